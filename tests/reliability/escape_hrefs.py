"""Two hundred addresses that a link in an article may lead to, and that no visitor may ever get to."""

MARK = "no-such-place"
"""In each of them, so that it can be found again in whatever a program asks the system for."""

SCHEMES = """
about admin aim android-app apt bitcoin bluetooth callto chrome chrome-extension cmd conhost control data-x dav dict
dns facetime feed filesystem firefox ftp ftps git help imap intent irc itms itms-apps jar jdbc ldap ldaps magnet
mailbox market mhtml microsoft-edge mk mms ms-appinstaller ms-cxh ms-excel ms-gamebar ms-help ms-its ms-msdt
ms-officecmd ms-powerpoint ms-screenclip ms-search ms-settings ms-store ms-windows-store ms-word news nfs nntp notes
onenote outlook pkg powershell pop prefs res resource rlogin rtsp search-ms sftp shell shortcuts sip skype slack smb
smsto snews spotify ssh steam svn teams telnet tftp tn3270 trash ts3server twinui unc urn vbscript view-source vnc
vscode webcal windowsdefender wyciwyg x-apple.systempreferences xmpp zoommtg
"""

FILES = (
    "file:///no-such-place",
    "file://localhost/no-such-place",
    "file://server/share/no-such-place.exe",
    "file:////server/share/no-such-place",
    "file:/no-such-place",
    "file:no-such-place",
    "FILE:///no-such-place",
    "fIlE:///C:/no-such-place.lnk",
    "file:///C|/no-such-place",
    "file:///%6eo-such-place/../no-such-place",
    "file:///proc/self/root/no-such-place",
    "file:///dev/../no-such-place.desktop",
    "/no-such-place",
    "//server/no-such-place",
    "///no-such-place",
    "\\\\server\\share\\no-such-place",
    "\\\\?\\C:\\no-such-place",
    "\\\\.\\pipe\\no-such-place",
    "C:\\no-such-place.exe",
    "C:/no-such-place.bat",
    "~/no-such-place",
    "%USERPROFILE%\\no-such-place",
    "$HOME/no-such-place",
    "no-such-place",
    "./no-such-place.md",
    "../../../../../../no-such-place",
    "..\\..\\no-such-place",
    "?no-such-place",
    "#no-such-place",
    ":/no-such-place",
    "qrc:/no-such-place",
    "qrc:///no-such-place.qml",
    "kimg:no-such-place:9x9",
    "link:no-such-place",
    "link:99no-such-place",
)

SCRIPTS = (
    "javascript:no-such-place",
    "JaVaScRiPt:no-such-place",
    "javascript://example.org/%0Ano-such-place",
    " javascript:no-such-place",
    "java%0ascript:no-such-place",
    "java&#x09;script:no-such-place",
    "&#106;avascript:no-such-place",
    "javascript&colon;no-such-place",
    "%01javascript:no-such-place",
    "jav\u00adascript:no-such-place",
    "livescript:no-such-place",
    "mocha:no-such-place",
    "data:text/html,no-such-place",
    "data:text/html;base64,no-such-place",
    "data:image/svg+xml,no-such-place",
    "data:,no-such-place",
    "data:application/x-desktop,no-such-place",
    "blob:https://example.org/no-such-place",
    "srcdoc:no-such-place",
    "view-source:file:///no-such-place",
    "jar:file:///no-such-place!/x",
    "feed:file:///no-such-place",
)

DISGUISES = (
    "http://localhost/no-such-place",
    "http://127.0.0.1:631/no-such-place",
    "http://[::1]/no-such-place",
    "http://169.254.169.254/no-such-place",
    "http://0x7f000001/no-such-place",
    "https://127.1/no-such-place",
    "https://2130706433/no-such-place",
    "https://localhost/no-such-place",
    "https://user:secret@example.org/no-such-place",
    "https://example.org\\@evil.example/no-such-place",
    "https://good.example:80@evil.example/no-such-place",
    "https:no-such-place",
    "https:/no-such-place",
    "https:///no-such-place",
    "https://no-such-place\u202egro.example/",
    "https://no-such-place\u200b/",
    "https://no-such-place.local:99999/",
    "https://-no-such-place-/",
    "https://no-such-place/%00",
    "https://[no-such-place]/",
    "https://example.org/no-such-place%0d%0aHost:%20evil",
    "http\u2236//no-such-place/",
    "\uff48ttps://no-such-place/",
    "www.no-such-place.example",
    "tel:*%2306%23no-such-place",
    "tel:+1900no-such-place",
    "tel:112;postd=no-such-place",
    "sms:+1?body=no-such-place",
    "mailto:no-such-place@example.org?attach=/etc/passwd",
    "mailto:no-such-place@example.org?cc=a@evil.example",
    "mailto:%22no-such-place%22@example.org",
    "mailto:no-such-place%0d%0aBcc:a@evil.example",
    "geo:no-such-place",
    "h323:no-such-place",
    "intent://no-such-place#Intent;scheme=http;end",
    "otpauth://totp/no-such-place",
    "WIFI:S:no-such-place;;",
    "BEGIN:VCARD%0ano-such-place",
    "search:query=no-such-place",
    "\u202efile:///no-such-place",
)

HREFS = (*FILES, *SCRIPTS, *DISGUISES, *(f"{scheme}:no-such-place" for scheme in SCHEMES.split()))
