<#
.SYNOPSIS
Signs programs when the environment names a certificate, and leaves them as they are when it does not.

.DESCRIPTION
    powershell -File packaging\windows\sign.ps1 dist\kiosk\kiosk.exe dist\kiosk\kioskw.exe

One of these names the certificate:
    KIOSK_SIGN_THUMBPRINT                   one of the certificate store (or of a token that the store shows)
    KIOSK_SIGN_FILE, KIOSK_SIGN_PASSWORD    a .pfx file and its password
and, if you like:
    KIOSK_SIGN_TIME                         the time server; a signature without its stamp ends with the certificate

Without any of them it says so and exits with 0. It exits with 1 when signing fails.
#>
param(
    [Parameter(Mandatory = $true, Position = 0, ValueFromRemainingArguments = $true)]
    [string[]]$Files
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

if ($env:KIOSK_SIGN_THUMBPRINT) {
    $certificate = @('/sha1', $env:KIOSK_SIGN_THUMBPRINT)
} elseif ($env:KIOSK_SIGN_FILE) {
    $certificate = @('/f', $env:KIOSK_SIGN_FILE, '/p', $env:KIOSK_SIGN_PASSWORD)
} else {
    Write-Output 'Not signed: neither KIOSK_SIGN_THUMBPRINT nor KIOSK_SIGN_FILE names a certificate.'
    exit 0
}
$time = if ($env:KIOSK_SIGN_TIME) { $env:KIOSK_SIGN_TIME } else { 'http://timestamp.digicert.com' }

# The newest of the Windows SDK, which does not put it on the PATH.
$kits = Join-Path ${env:ProgramFiles(x86)} 'Windows Kits\10\bin\*\x64\signtool.exe'
$signtool = Get-ChildItem -Path $kits -ErrorAction SilentlyContinue | Sort-Object -Property FullName | Select-Object -Last 1
if (-not $signtool) {
    throw 'There is no signtool.exe: install the Windows SDK.'
}
& $signtool.FullName sign $certificate /fd SHA256 /tr $time /td SHA256 /d Kiosk $Files
if ($LASTEXITCODE -ne 0) {
    throw "signtool ended with $LASTEXITCODE."
}
