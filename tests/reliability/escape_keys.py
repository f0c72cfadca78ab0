"""The keys that a visitor presses in order to get out, and the chords that are known to lead out of one program or another.

The names are those of X11/keysymdef.h, and xdotool's for what is held down.
"""

LEVEL_3 = "ISO_Level3_Shift"
"""What the key AltGr sends."""

_PLAIN = """
a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9
minus equal bracketleft bracketright semicolon apostrophe grave comma period slash backslash
F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24
Tab Escape Return KP_Enter space BackSpace Delete Insert Home End Prior Next Up Down Left Right KP_Add KP_Subtract
Print Sys_Req Pause Break Menu Help Undo Redo Find Cancel
XF86AudioMute XF86AudioRaiseVolume XF86AudioPlay XF86HomePage XF86WWW XF86Mail XF86Search XF86Explorer XF86Calculator
XF86Back XF86Reload XF86Sleep
"""
_MODIFIERS = "Super_L Super_R Alt_L Control_L Shift_L Caps_Lock Num_Lock Scroll_Lock Multi_key"
_KNOWN = """
alt+F4 ctrl+q ctrl+w ctrl+shift+w ctrl+F4 alt+space alt+Tab alt+shift+Tab ctrl+alt+Tab super+d super+e super+r super+l
super+m super+Tab super+F1 ctrl+Escape ctrl+shift+Escape ctrl+alt+Delete ctrl+alt+BackSpace ctrl+alt+F1 ctrl+alt+t
ctrl+alt+Right Menu shift+F10 ctrl+a ctrl+c ctrl+Insert ctrl+x ctrl+v ctrl+p ctrl+s ctrl+o ctrl+n ctrl+t ctrl+f ctrl+plus
ctrl+minus ctrl+0 ctrl+shift+i ctrl+shift+u super+period F1 F3 F5 F6 F10 F11 F12 shift+F1 alt+Left alt+Right alt+Home
alt+d ctrl+l Print alt+Print XF86PowerOff ctrl+alt+shift+k
"""

MODIFIER_KEYS = tuple(_MODIFIERS.split())
KEYS = (*_PLAIN.split(), *MODIFIER_KEYS)
KNOWN_CHORDS = tuple(_KNOWN.split())
"""The last of them is staff's: it may open the PIN pad, which takes every key and closes again."""
