<#
.SYNOPSIS
Gives Windows one of the two configurations of this folder, shell-launcher.xml or assigned-access.xml, or takes it back.

.DESCRIPTION
    powershell -ExecutionPolicy Bypass -File configuration.ps1 ShellLauncher
    powershell -ExecutionPolicy Bypass -File configuration.ps1 ShellLauncher -Undo
    powershell -ExecutionPolicy Bypass -File configuration.ps1 AssignedAccess
    powershell -ExecutionPolicy Bypass -File configuration.ps1 AssignedAccess -Undo

Run it as an administrator, then restart. What each holds, and which edition of Windows has it, stands in the two files.
Windows takes them over the bridge from WMI to MDM (class MDM_AssignedAccess), which hears the account SYSTEM alone: a task
that lives for this one order hands them over. `-Undo` takes back what Windows was given; files and programs stay.
#>
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateSet('ShellLauncher', 'AssignedAccess')]
    [string]$What,
    [switch]$Undo,
    [string]$Program = "$env:ProgramFiles\Kiosk",
    [string]$Files = "$env:ProgramData\Kiosk",
    [switch]$AsSystem
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$Named = @{
    ShellLauncher  = @{ Xml = 'shell-launcher.xml'; Property = 'ShellLauncher' }
    AssignedAccess = @{ Xml = 'assigned-access.xml'; Property = 'Configuration' }
}
$Outcome = Join-Path $env:ProgramData 'Kiosk-configuration.txt'

function Send-Configuration {
    $wanted = $Named[$What]
    $bridge = Get-CimInstance -Namespace 'root\cimv2\mdm\dmmap' -ClassName 'MDM_AssignedAccess'
    $bridge.($wanted.Property) = $null
    if (-not $Undo) {
        $text = Get-Content -Raw -Encoding UTF8 -Path (Join-Path $PSScriptRoot $wanted.Xml)
        $bridge.($wanted.Property) = [System.Net.WebUtility]::HtmlEncode($text)
    }
    Set-CimInstance -CimInstance $bridge
}

function Enable-ShellLauncher {
    $feature = Get-WindowsOptionalFeature -Online | Where-Object { $_.FeatureName -eq 'Client-EmbeddedShellLauncher' }
    if (-not $feature) {
        throw 'This edition of Windows has no Shell Launcher. Enterprise, Education and IoT Enterprise have it.'
    }
    if ($feature.State -ne 'Enabled') {
        Enable-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -All -NoRestart | Out-Null
    }
}

# SYSTEM and administrators change the files, users read them: the kiosk reads, and visitors could not write if they got out.
function Initialize-Files {
    if (-not (Test-Path -Path (Join-Path $Files 'contact.toml'))) {
        & (Join-Path $Program 'kiosk.exe') init $Files
        if ($LASTEXITCODE -ne 0) {
            throw "The files could not be written into $Files."
        }
    }
    & icacls $Files /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null
    if ($LASTEXITCODE -ne 0) {
        throw "The rights of $Files could not be set."
    }
}

function Invoke-AsSystem {
    $order = "-NoProfile -ExecutionPolicy Bypass -File `"$PSCommandPath`" $What -AsSystem"
    if ($Undo) {
        $order += ' -Undo'
    }
    Remove-Item -Path $Outcome -ErrorAction SilentlyContinue
    $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $order
    $principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-18' -RunLevel Highest
    Register-ScheduledTask -TaskName 'Kiosk configuration' -Action $action -Principal $principal -Force | Out-Null
    try {
        Start-ScheduledTask -TaskName 'Kiosk configuration'
        Wait-Outcome
    } finally {
        Unregister-ScheduledTask -TaskName 'Kiosk configuration' -Confirm:$false
    }
}

function Wait-Outcome {
    for ($tries = 0; $tries -lt 120 -and -not (Test-Path -Path $Outcome); $tries++) {
        Start-Sleep -Milliseconds 500
    }
    if (-not (Test-Path -Path $Outcome)) {
        throw 'Windows has not answered within a minute.'
    }
    Start-Sleep -Milliseconds 500
    $told = Get-Content -Raw -Path $Outcome
    Remove-Item -Path $Outcome
    if ($told.Trim() -ne 'done') {
        throw "Windows refused: $told"
    }
}

if ($AsSystem) {
    try {
        Send-Configuration
        Set-Content -Path $Outcome -Value 'done'
    } catch {
        Set-Content -Path $Outcome -Value "$_"
    }
    exit 0
}
if (-not $Undo) {
    if (-not (Test-Path -Path (Join-Path $Program 'kioskw.exe'))) {
        throw "There is no kioskw.exe in ${Program}: install Kiosk for all users first."
    }
    if ($What -eq 'ShellLauncher') {
        Enable-ShellLauncher
    }
    Initialize-Files
}
Invoke-AsSystem
Write-Output $(if ($Undo) { 'Taken back. Restart Windows.' } else { 'Set. Restart Windows, and the kiosk comes up.' })
