"""How much of an article the screen takes, whatever it was written in."""

LONGEST_PAGE = 100_000
"""Characters that are shown of a web page or a Word document: half an hour of reading, in front of a screen."""

LONGEST_TEXT = 300_000
"""Characters: ten times a long magazine article, and what Qt still lays out in a blink."""

DEEPEST = 6
"""Lists and quotes within each other; further in, a line of text has no room."""

WIDEST_TABLE = 12
HIGHEST_INNER_HEADING = 2
