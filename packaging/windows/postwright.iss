; The installer for Windows: Inno Setup 6 makes it of dist\postwright, which packaging/package.py bundle has built.
; iscc /DVersion=1.0.0 packaging\windows\postwright.iss

#ifndef Version
  #define Version "1.0.0"
#endif

[Setup]
AppId={{5E0B2B5C-6C1B-4B62-9D0D-3D3B7C2F7A11}
AppName=Postwright
AppVersion={#Version}
AppPublisher=The Postwright authors
DefaultDirName={autopf}\Postwright
DefaultGroupName=Postwright
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=postwright-{#Version}-setup
SetupIconFile=..\..\build\postwright.ico
UninstallDisplayIcon={app}\postwright.exe
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "open"; Description: "{cm:AssocFileExtension,Postwright,.md}"; Flags: unchecked

[Files]
Source: "..\..\dist\postwright\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Postwright"; Filename: "{app}\postwright.exe"
Name: "{autodesktop}\Postwright"; Filename: "{app}\postwright.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Postwright.Post"; ValueType: string; ValueData: "Blog post"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Postwright.Post\shell\open\command"; ValueType: string; ValueData: """{app}\postwright.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.md\OpenWithProgids"; ValueType: string; ValueName: "Postwright.Post"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.markdown\OpenWithProgids"; ValueType: string; ValueName: "Postwright.Post"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.md"; ValueType: string; ValueData: "Postwright.Post"; Tasks: open; Flags: uninsdeletevalue

[Run]
Filename: "{app}\postwright.exe"; Description: "{cm:LaunchProgram,Postwright}"; Flags: nowait postinstall skipifsilent
