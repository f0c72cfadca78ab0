<#
.SYNOPSIS
Sets what Windows keeps in its registry: hot keys, Ctrl+Alt+Delete, swipes, notifications, the time of updates.

.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File settings.ps1 -User Kiosk
    powershell -ExecutionPolicy Bypass -File settings.ps1 -User Kiosk -Undo

Run it as an administrator, then restart. `-User` is who is signed in at the kiosk, and has been so
once before; Get-LocalUser lists the names (the user whom Windows makes by itself is Kiosk or kioskUser0).
The settings stand in settings.csv, one a line, with what each does: those of the user hold for that user alone, those of the
computer for everybody. `-Undo` takes them back to what Windows usually has, whatever was there before.

Editions of Windows: Home and every other take them all, but where the line names editions; Home has no policies for the time
of updates, where "Active hours" in the settings says the same.

What it holds: see settings.csv. Ctrl+Alt+Delete still shows its page, with nothing on it that leads further.
What it does not hold: Alt+Tab, Alt+F4, Ctrl+Esc and the page of Ctrl+Alt+Delete itself (keyboard-filter.ps1), Explorer and
what it starts (shell-launcher.xml, assigned-access.xml), the screen going dark (power.ps1).

NoAutoRebootWithLoggedOnUsers, which forbids every restart while somebody is signed in, is left alone on purpose: at a
kiosk somebody always is, and Windows would never be mended.
#>
param(
    [Parameter(Mandatory = $true)]
    [string]$User,
    [switch]$Undo
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Mounted = 'Kiosk-settings'

function Set-Line($Line, [string]$Root) {
    $key = "Registry::$Root\$($Line.key)"
    $value = if ($Undo) { $Line.usual } else { $Line.value }
    if ($value -eq '') {
        Remove-ItemProperty -Path $key -Name $Line.name -ErrorAction SilentlyContinue
        return
    }
    if (-not (Test-Path -Path $key)) {
        New-Item -Path $key -Force | Out-Null
    }
    New-ItemProperty -Path $key -Name $Line.name -PropertyType $Line.type -Value $value -Force | Out-Null
}

function Set-Lines($Lines, [string]$Root) {
    foreach ($line in $Lines) {
        Set-Line $line $Root
    }
}

# A user who is signed in has the hive under the SID; else the file is mounted for the while.
function Set-UserLines($Lines, [string]$Sid) {
    if (Test-Path -Path "Registry::HKEY_USERS\$Sid") {
        Set-Lines $Lines "HKEY_USERS\$Sid"
        return
    }
    $account = Get-CimInstance -ClassName Win32_UserProfile | Where-Object { $_.SID -eq $Sid }
    if (-not $account) {
        throw "$User has never been signed in here: sign in once, then run this again."
    }
    & reg load "HKU\$Mounted" (Join-Path $account.LocalPath 'NTUSER.DAT') | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "The settings of $User could not be opened."
    }
    try {
        Set-Lines $Lines "HKEY_USERS\$Mounted"
    } finally {
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        & reg unload "HKU\$Mounted" | Out-Null
    }
}

$lines = Import-Csv -Path (Join-Path $PSScriptRoot 'settings.csv')
$sid = (New-Object System.Security.Principal.NTAccount($User)).Translate([System.Security.Principal.SecurityIdentifier]).Value
Set-UserLines ($lines | Where-Object { $_.whose -eq 'user' }) $sid
Set-Lines ($lines | Where-Object { $_.whose -eq 'computer' }) 'HKEY_LOCAL_MACHINE'
Write-Output $(if ($Undo) { 'Taken back.' } else { 'Set.' })
Write-Output 'Restart Windows.'
