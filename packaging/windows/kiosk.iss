; The installer for Windows, for Inno Setup 6.3 or newer. The program must be in dist\kiosk (packaging/build/build.py).
;
;   python packaging/windows/installer.py
;
; It installs for one user, without any rights, or for all users, as an administrator; it asks which. In a lobby, install for
; all users: then no user of the computer can change the program.
;
; Without a question, for an administrator who installs many:
;
;   kiosk-1.2.0-windows-x86_64-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /ALLUSERS /TASKS="path"
;   ... /CURRENTUSER /TASKS="path,autostart"        for one user, starting when that user logs in
;   "%ProgramFiles%\Kiosk\unins000.exe" /VERYSILENT    takes the program away again
;
; It ends with 0, and with 9 when the new version did not start here and the previous one has been put back.
;
; An upgrade replaces nothing under a kiosk that runs: it first moves the whole old program aside, which Windows refuses while
; any file of it is open. Then it asks whether it may end the kiosk; without questions, it ends it. The old program is put
; back when the new one is not copied whole, or cannot draw the screen of the example; else it is deleted.
; Staff's files and what the kiosk keeps (%LOCALAPPDATA%\kiosk, %ProgramData%\Kiosk) are neither touched nor taken away.

#ifndef Version
  #error Say which version, or let installer.py do it: iscc /DVersion=1.2.0 /DFileVersion=1.2.0.0 kiosk.iss
#endif
#ifndef FileVersion
  #error Say the version in four numbers, or let installer.py do it: iscc /DVersion=1.2.0 /DFileVersion=1.2.0.0 kiosk.iss
#endif
#ifndef Program
  #define Program "..\..\dist\kiosk"
#endif

[Setup]
AppId={{8C7B3B0E-51F0-4E4E-9C39-6A7E0B0D4F53}
AppName=Kiosk
AppVersion={#Version}
AppPublisher=The Kiosk authors
VersionInfoVersion={#FileVersion}
DefaultDirName={autopf}\Kiosk
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=kiosk-{#Version}-windows-x86_64-setup
SetupIconFile=..\icons\kiosk.ico
UninstallDisplayIcon={app}\kioskw.exe
UninstallDisplayName=Kiosk
WizardStyle=modern
Compression=lzma2/max
SolidCompression=yes
ChangesEnvironment=yes
SetupMutex=KioskSetup
; What runs is ended below, in the right order: the parent would start its window anew.
CloseApplications=no
#ifdef Signed
SignTool=kiosk
SignedUninstaller=yes
#endif

[Tasks]
Name: "path"; Description: "Let me type `kiosk` in a command window"
Name: "desktop"; Description: "Put an icon on the desktop"; Flags: unchecked
Name: "autostart"; Description: "Start Kiosk when I log in"; Flags: unchecked

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "lockdown\*"; DestDir: "{app}\lockdown"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Kiosk"; Filename: "{app}\kioskw.exe"; Parameters: "run"; Comment: "The screen in the lobby"
Name: "{autodesktop}\Kiosk"; Filename: "{app}\kioskw.exe"; Parameters: "run"; Tasks: desktop

[Registry]
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsAdminInstallMode and not IsOnPath
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: not IsAdminInstallMode and not IsOnPath

[Run]
Filename: "{app}\kiosk.exe"; Parameters: "autostart enable"; Flags: runhidden runasoriginaluser; Tasks: autostart; StatusMsg: "Setting the start at log-in ..."
Filename: "{app}\kioskw.exe"; Parameters: "run"; Description: "Start Kiosk now"; Flags: postinstall nowait skipifsilent runasoriginaluser

[UninstallRun]
Filename: "{app}\kiosk.exe"; Parameters: "autostart disable"; Flags: runhidden; RunOnceId: "autostart"

[UninstallDelete]
Type: filesandordirs; Name: "{app}\previous"

[Code]
const
  ExitPreviousIsBack = 9;

var
  IsSetAside: Boolean;
  IsPreviousBack: Boolean;

function InApp(const Name: String): String;
begin
  Result := AddBackslash(ExpandConstant('{app}')) + Name;
end;

procedure EndKiosks;
var
  Folder, Order: String;
  Status: Integer;
begin
  Folder := ExpandConstant('{app}');
  StringChangeEx(Folder, '''', '''''', True);
  Order := '-NoProfile -NonInteractive -Command "Get-Process -Name kiosk, kioskw -ErrorAction SilentlyContinue | ' +
    'Where-Object { $_.Path -and $_.Path.StartsWith(''' + Folder + ''', ''OrdinalIgnoreCase'') } | Stop-Process -Force"';
  Exec(ExpandConstant('{sys}\WindowsPowerShell\v1.0\powershell.exe'), Order, '', SW_HIDE, ewWaitUntilTerminated, Status);
end;

{ The folder goes first, for it is what Windows refuses while a kiosk runs. }
function SetAside: Boolean;
begin
  Result := ForceDirectories(InApp('previous')) and RenameFile(InApp('_internal'), InApp('previous\_internal'));
  if Result then
  begin
    RenameFile(InApp('kiosk.exe'), InApp('previous\kiosk.exe'));
    RenameFile(InApp('kioskw.exe'), InApp('previous\kioskw.exe'));
  end;
end;

procedure PutBackOne(const Name: String);
begin
  if FileExists(InApp('previous\' + Name)) or DirExists(InApp('previous\' + Name)) then
  begin
    DelTree(InApp(Name), True, True, True);
    RenameFile(InApp('previous\' + Name), InApp(Name));
  end;
end;

procedure PutBack;
begin
  PutBackOne('_internal');
  PutBackOne('kiosk.exe');
  PutBackOne('kioskw.exe');
  DelTree(InApp('previous'), True, True, True);
end;

function EndAndSetAside: Boolean;
var
  Tries: Integer;
begin
  Result := False;
  for Tries := 1 to 10 do
  begin
    EndKiosks;
    Result := SetAside;
    if Result then
      Break;
    Sleep(500);
  end;
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := '';
  PutBack;
  if not DirExists(InApp('_internal')) then
    Exit;
  IsSetAside := SetAside;
  if IsSetAside then
    Exit;
  if SuppressibleMsgBox('A kiosk runs. May it be ended now? Its screen comes back when you start it again.',
    mbConfirmation, MB_YESNO, IDYES) = IDYES then
    IsSetAside := EndAndSetAside;
  if not IsSetAside then
    Result := 'A kiosk runs from this folder, or a file in it is open. Nothing has been changed. End the kiosk, then try again.';
end;

function DrawsTheExample: Boolean;
var
  Status: Integer;
begin
  Result := Exec(InApp('kiosk.exe'), AddQuotes('snapshot') + ' --config ' +
    AddQuotes(InApp('_internal\kiosk\resources\contact.toml')) + ' --out ' + AddQuotes(ExpandConstant('{tmp}\kiosk.png')),
    '', SW_HIDE, ewWaitUntilTerminated, Status) and (Status = 0);
end;

procedure CurStepChanged(CurStep: TSetupStep);
begin
  if (CurStep <> ssPostInstall) or not IsSetAside then
    Exit;
  IsSetAside := False;
  if DrawsTheExample then
  begin
    DelTree(InApp('previous'), True, True, True);
    Exit;
  end;
  PutBack;
  IsPreviousBack := True;
  SuppressibleMsgBox('The new version does not start on this computer. The one that was here before is back.',
    mbError, MB_OK, IDOK);
end;

function GetCustomSetupExitCode: Integer;
begin
  Result := 0;
  if IsPreviousBack then
    Result := ExitPreviousIsBack;
end;

procedure DeinitializeSetup;
begin
  if IsSetAside then
    PutBack;
end;

function PathRoot: Integer;
begin
  if IsAdminInstallMode then
    Result := HKEY_LOCAL_MACHINE
  else
    Result := HKEY_CURRENT_USER;
end;

function PathKey: String;
begin
  if IsAdminInstallMode then
    Result := 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
  else
    Result := 'Environment';
end;

function IsOnPath: Boolean;
var
  Path: String;
begin
  Result := RegQueryStringValue(PathRoot, PathKey, 'Path', Path) and
    (Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') > 0);
end;

procedure TakeOffPath;
var
  Path, Whole: String;
  Place: Integer;
begin
  if not IsOnPath or not RegQueryStringValue(PathRoot, PathKey, 'Path', Path) then
    Exit;
  Whole := ';' + Path + ';';
  Place := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', Lowercase(Whole));
  Delete(Whole, Place, Length(ExpandConstant('{app}')) + 1);
  RegWriteExpandStringValue(PathRoot, PathKey, 'Path', Copy(Whole, 2, Length(Whole) - 2));
end;

function InitializeUninstall: Boolean;
begin
  Result := SuppressibleMsgBox('Kiosks of this folder that run will be ended. Your own files stay. Go on?',
    mbConfirmation, MB_YESNO, IDYES) = IDYES;
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep = usUninstall then
    EndKiosks;
  if CurUninstallStep = usPostUninstall then
    TakeOffPath;
end;
