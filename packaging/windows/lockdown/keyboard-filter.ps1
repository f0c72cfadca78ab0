<#
.SYNOPSIS
Keyboard Filter: Windows swallows the keys that lead out of the kiosk, Ctrl+Alt+Delete among them.

.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File keyboard-filter.ps1
    powershell -ExecutionPolicy Bypass -File keyboard-filter.ps1 -Undo

Run it as an administrator, then restart. Where the feature was off, the first run switches it on and asks for a restart and
a second run. `-Undo` lets every key through again and stops the service; the feature itself stays.

Editions of Windows: Enterprise, Education, IoT Enterprise, 10 and 11. Home and Pro have none.

What it holds: the keys below, from every keyboard and from the one on the screen, for everybody but administrators; the
hot keys for disabled people, as five times Shift; and that nobody turns those on.
What it does not hold: the Sleep key and the buttons of the computer, keys that a keyboard handles itself (Fn), a remote
desktop, Windows in Safe Mode, and some keys of keyboards that bring their own driver.

What it leaves to staff: Ctrl+Alt+Shift+K opens the PIN pad, so Ctrl, Alt and Shift alone are not swallowed. Scroll Lock,
pressed five times, leads to the page where an administrator signs in (usually it is the left Windows key, which a visitor
finds by chance; the page asks for a password all the same). Another key: -WayOut with its scan code; 91 is Windows's own.
Where settings.ps1 has taken the change of users away: restart, and hold Shift until Windows asks who signs in.
#>
param(
    [switch]$Undo,
    [ValidateRange(1, 255)]
    [int]$WayOut = 70
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Namespace = 'root\standardcimv2\embedded'
$UsualWayOut = 91

# By the names of WEKF_PredefinedKey.
$Predefined = @(
    # to other programs and users
    'Ctrl+Alt+Del', 'Shift+Ctrl+Esc', 'Win+L', 'Alt+Tab', 'Ctrl+Tab', 'Win+Tab', 'Ctrl+Esc', 'Alt+F4', 'Ctrl+F4', 'Alt+Space',
    # whatever begins with the Windows key, and that key alone
    'Windows', 'Win+F1', 'Ctrl+Win+F', 'Win+Break', 'Win+E', 'Win+F', 'Win+P', 'Win+R', 'Win+D', 'Win+M', 'Win+Home',
    'Win+T', 'Win+B', 'Win+-', 'Win++', 'Win+Esc', 'Win+Up', 'Win+Down', 'Win+Left', 'Win+Right', 'Win+Shift+Up',
    'Win+Shift+Down', 'Win+Shift+Left', 'Win+Shift+Right', 'Win+Space', 'Win+O', 'Win+PageUp', 'Win+PageDown', 'Win+.',
    'Win+C', 'Win+I', 'Win+K', 'Win+H', 'Win+Q', 'Win+W', 'Win+Z', 'Win+/', 'Win+J', 'Win+,', 'Win+V', 'Win+U',
    # hot keys for disabled people
    'LShift+LAlt+PrintScrn', 'LShift+LAlt+NumLock',
    # keys of a menu, a mail program, a browser
    'Application', 'LaunchMail', 'LaunchMediaSelect', 'LaunchApp1', 'LaunchApp2', 'BrowserBack', 'BrowserForward',
    'BrowserRefresh', 'BrowserStop', 'BrowserSearch', 'BrowserFavorites', 'BrowserHome',
    # keys of the Surface tablets
    'AltWin', 'CtrlWin', 'ShiftWin', 'F21'
)

# What is not among them, by the names of keys.
$Custom = @('Alt+Esc', 'Alt+Shift+Esc', 'Ctrl+Alt+Tab')

function Find-Key([string]$Class, [string]$Id) {
    Get-WmiObject -Namespace $Namespace -Class $Class | Where-Object { $_.Id -eq $Id }
}

function Set-Predefined([string]$Id, [bool]$Swallowed) {
    $key = Find-Key 'WEKF_PredefinedKey' $Id
    if (-not $key) {
        Write-Warning "This Windows does not know the key $Id."
        return
    }
    $key.Enabled = $Swallowed
    $key.Put() | Out-Null
}

function Set-Custom([string]$Id, [bool]$Swallowed) {
    $key = Find-Key 'WEKF_CustomKey' $Id
    if ($key) {
        $key.Enabled = $Swallowed
        $key.Put() | Out-Null
    } elseif ($Swallowed) {
        Set-WmiInstance -Namespace $Namespace -Class 'WEKF_CustomKey' -Argument @{ Id = $Id } | Out-Null
    }
}

function Set-Setting([string]$Name, [string]$Value) {
    $setting = Get-WmiObject -Namespace $Namespace -Class 'WEKF_Settings' | Where-Object { $_.Name -eq $Name }
    $setting.Value = $Value
    $setting.Put() | Out-Null
}

function Enable-Feature {
    $feature = Get-WindowsOptionalFeature -Online | Where-Object { $_.FeatureName -eq 'Client-KeyboardFilter' }
    if (-not $feature) {
        throw 'This edition of Windows has no Keyboard Filter. Enterprise, Education and IoT Enterprise have it.'
    }
    if ($feature.State -eq 'Enabled') {
        return
    }
    Enable-WindowsOptionalFeature -Online -FeatureName 'Client-KeyboardFilter' -All -NoRestart | Out-Null
    Write-Output 'Keyboard Filter is on after a restart. Restart Windows, then run this once more.'
    exit 0
}

if (-not $Undo) {
    Enable-Feature
}
foreach ($id in $Predefined) {
    Set-Predefined $id (-not $Undo)
}
foreach ($id in $Custom) {
    Set-Custom $id (-not $Undo)
}
Set-Setting 'DisableKeyboardFilterForAdministrators' 'true'
if ($Undo) {
    Set-Setting 'ForceOffAccessibility' 'false'
    Set-Setting 'BreakoutKeyScanCode' "$UsualWayOut"
    Set-Service -Name 'MsKeyboardFilter' -StartupType Disabled
    Write-Output 'Every key passes again after a restart.'
} else {
    Set-Setting 'ForceOffAccessibility' 'true'
    Set-Setting 'BreakoutKeyScanCode' "$WayOut"
    Set-Service -Name 'MsKeyboardFilter' -StartupType Automatic
    Write-Output 'The keys are swallowed after a restart, for everybody but administrators.'
}
