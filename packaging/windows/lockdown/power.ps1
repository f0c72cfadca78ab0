<#
.SYNOPSIS
A power plan "Kiosk": neither screen nor computer sleeps, and the computer's buttons and its lid do nothing.

.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File power.ps1
    powershell -ExecutionPolicy Bypass -File power.ps1 -Undo

Run it as an administrator. It copies the plan in force and changes the copy; `-Undo` takes the plan "Balanced" and deletes
the copy, and switches the fast start on again.

Editions of Windows: all, Home included.

What it holds: the screen stays on and the computer awake without anybody touching it, before the kiosk runs, too; the power
and sleep buttons and the lid do nothing; a restart is a whole one.
What it does not hold: a power button that is held for four seconds, the plug, a screen with a timer of its own. Computers
with Modern Standby may heed the buttons all the same.
#>
param([switch]$Undo)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Plan = '4b1d0c5e-7c36-4f0b-9a86-1e5b2a7f3c90'
$Balanced = '381b4222-f694-41f0-9685-ff5bb260df2e'
$FastStart = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'

# Group and setting, by the names that powercfg knows; 0 is "never" for the times and "do nothing" for the buttons.
$Settings = @(
    @('SUB_VIDEO', 'VIDEOIDLE'),
    @('SUB_SLEEP', 'STANDBYIDLE'),
    @('SUB_SLEEP', 'HIBERNATEIDLE'),
    @('SUB_SLEEP', 'HYBRIDSLEEP'),
    @('SUB_DISK', 'DISKIDLE'),
    @('SUB_BUTTONS', 'PBUTTONACTION'),
    @('SUB_BUTTONS', 'SBUTTONACTION'),
    @('SUB_BUTTONS', 'LIDACTION')
)

function Invoke-Powercfg {
    & powercfg @args | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "powercfg $args ended with $LASTEXITCODE."
    }
}

# A computer without a lid or a sleep button refuses that setting: it needs none.
function Set-ToNothing([string]$Group, [string]$Setting) {
    $ErrorActionPreference = 'Continue'
    foreach ($source in '/setacvalueindex', '/setdcvalueindex') {
        & powercfg $source $Plan $Group $Setting 0 2>$null | Out-Null
    }
}

if ($Undo) {
    Invoke-Powercfg /setactive $Balanced
    Invoke-Powercfg /delete $Plan
    Set-ItemProperty -Path $FastStart -Name 'HiberbootEnabled' -Value 1
    Write-Output 'Taken back: the plan in force is "Balanced".'
    exit 0
}
$plans = (& powercfg /list) -join "`n"
if ($plans -notmatch $Plan) {
    Invoke-Powercfg /duplicatescheme SCHEME_CURRENT $Plan
}
Invoke-Powercfg /changename $Plan 'Kiosk' 'Neither the screen nor the computer sleeps.'
foreach ($each in $Settings) {
    Set-ToNothing $each[0] $each[1]
}
Invoke-Powercfg /setactive $Plan
Set-ItemProperty -Path $FastStart -Name 'HiberbootEnabled' -Value 0
Write-Output 'Set: the plan in force is "Kiosk".'
