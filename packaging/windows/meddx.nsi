; The installer for Windows. packaging/windows/build.py and wine_build.py call makensis with
;   PROGRAM (folder), OUT (file), VERSION, NUMBERS (four), SIZE_KB, LISTING (what to delete), ROOT
;
;   MedDx-Desktop-setup.exe /S                   silent, for this user alone
;   MedDx-Desktop-setup.exe /S /AllUsers         silent, for all users (as administrator)
;   MedDx-Desktop-setup.exe /S /D=C:\A place     somewhere else; no quotes, as the last word
;   uninstall.exe /S                             silent; the case store stays, always
; Exit codes: 0 done, 1 ended by the user, 2 not enough rights or room, 5 the program is running,
; 6 a newer version is installed.

Unicode true
Target amd64-unicode
!define NAME "MedDx Desktop"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\MedDxDesktop"
!define PROGRAM_EXE "meddx-desktop.exe"
Name "${NAME}"
OutFile "${OUT}"
!ifdef FAST
  ; A test build: a third larger, and packed in a minute instead of twenty.
  SetCompressor /SOLID zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\MedDxDesktop"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Place"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

!define MUI_ICON "${ROOT}/resources/icons/meddx.ico"
!define MUI_UNICON "${ROOT}/resources/icons/meddx.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT SHCTX
!define MUI_LANGDLL_REGISTRY_KEY "Software\MedDxDesktop"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM_EXE}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString welcome ${LANG_ENGLISH} "Screening support for chest films, notes and laboratory results, on this computer alone. A clinician decides. Not a registered medical device.$\r$\n$\r$\nAn older version is replaced, the same version is repaired. Your case store is left alone."
LangString welcome ${LANG_SIMPCHINESE} "胸片、病历与检验的筛查辅助，仅在本机运算。由医师决定；未注册医疗器械。$\r$\n$\r$\n旧版本将被替换，相同版本将被修复。病例库保持不变。"
LangString running ${LANG_ENGLISH} "${NAME} is running. Close it, then choose Retry. Nothing was changed yet."
LangString running ${LANG_SIMPCHINESE} "${NAME} 正在运行。请先关闭它，再点“重试”。目前没有任何改动。"
LangString newer ${LANG_ENGLISH} "Version $1 is installed, and is newer than ${VERSION}. An older program can't open the case store of a newer one. Nothing was changed."
LangString newer ${LANG_SIMPCHINESE} "已安装的版本 $1 比 ${VERSION} 新。旧程序无法打开新版本的病例库。没有任何改动。"
LangString foreign ${LANG_ENGLISH} "$INSTDIR holds something else. Choose another folder, or an empty one."
LangString foreign ${LANG_SIMPCHINESE} "$INSTDIR 中有其他内容。请选择另一个文件夹或空文件夹。"
LangString keep ${LANG_ENGLISH} "Keep the encrypted case store of this user?$\r$\n$\r$\n$LOCALAPPDATA\MedDx$\r$\n$\r$\nYes: films, notes and results stay, and a later installation finds them. No: they are deleted."
LangString keep ${LANG_SIMPCHINESE} "是否保留当前用户的加密病例库？$\r$\n$\r$\n$LOCALAPPDATA\MedDx$\r$\n$\r$\n是：影像、病历与结果保留，日后重新安装仍可使用。否：全部删除。"
LangString sure ${LANG_ENGLISH} "Delete every film, note and result of this user? Without a backup nobody can bring them back."
LangString sure ${LANG_SIMPCHINESE} "确定删除当前用户的全部影像、病历与结果吗？没有备份则无法恢复。"
LangString film ${LANG_ENGLISH} "DICOM image"
LangString film ${LANG_SIMPCHINESE} "DICOM 图像"
LangString package ${LANG_ENGLISH} "MedDx model package"
LangString package ${LANG_SIMPCHINESE} "MedDx 模型包"
LangString uninstall ${LANG_ENGLISH} "Uninstall"
LangString uninstall ${LANG_SIMPCHINESE} "卸载"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${NAME} installer"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "The authors of MedDx Desktop. Apache-2.0."

; Windows lets nobody write to the file of a program that runs.
!macro RefuseWhileRunning place
  ${If} ${FileExists} "${place}\${PROGRAM_EXE}"
    ${Do}
      ClearErrors
      FileOpen $0 "${place}\${PROGRAM_EXE}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${Break}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel 5
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  ; What /D= said; MULTIUSER_INIT would put its own folder in the place of it.
  StrCpy $5 "$INSTDIR"
  !insertmacro MULTIUSER_INIT
  ${If} $5 != ""
    StrCpy $INSTDIR "$5"
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
  SetRegView 64
  ReadRegStr $1 SHCTX "${KEY}" "DisplayVersion"
  ReadRegStr $2 SHCTX "${KEY}" "Numbers"
  ReadRegStr $3 SHCTX "${KEY}" "InstallLocation"
  ${If} $2 != ""
    ${VersionCompare} "$2" "${NUMBERS}" $4
    ${If} $4 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(newer)" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro RefuseWhileRunning "$INSTDIR"
  ; Only an empty folder, or one of ours: what is removed later must be what was put there.
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${PROGRAM_EXE}"
    ${DirState} "$INSTDIR" $4
    ${If} $4 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(foreign)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  ; The older version takes out its own files, as it alone knows them all; the store is not asked about.
  ${If} $3 != ""
  ${AndIf} ${FileExists} "$3\uninstall.exe"
    !insertmacro RefuseWhileRunning "$3"
    CopyFiles /SILENT "$3\uninstall.exe" "$PLUGINSDIR\older.exe"
    ExecWait '"$PLUGINSDIR\older.exe" /S _?=$3'
  ${EndIf}

  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${PROGRAM}/*"
  ${If} ${Errors}
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${PROGRAM_EXE}"
  CreateShortcut "$SMPROGRAMS\${NAME}\$(uninstall).lnk" "$INSTDIR\uninstall.exe"

  ; Offered for films; taken as the default only where there is none yet.
  WriteRegStr SHCTX "Software\Classes\MedDx.Film" "" "$(film)"
  WriteRegStr SHCTX "Software\Classes\MedDx.Film\DefaultIcon" "" "$INSTDIR\${PROGRAM_EXE},0"
  WriteRegStr SHCTX "Software\Classes\MedDx.Film\shell\open\command" "" '"$INSTDIR\${PROGRAM_EXE}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.dcm\OpenWithProgids" "MedDx.Film" ""
  ReadRegStr $4 HKCR ".dcm" ""
  ${If} $4 == ""
    WriteRegStr SHCTX "Software\Classes\.dcm" "" "MedDx.Film"
  ${EndIf}
  WriteRegStr SHCTX "Software\Classes\MedDx.Package" "" "$(package)"
  WriteRegStr SHCTX "Software\Classes\MedDx.Package\DefaultIcon" "" "$INSTDIR\${PROGRAM_EXE},0"
  WriteRegStr SHCTX "Software\Classes\MedDx.Package\shell\open\command" "" '"$INSTDIR\${PROGRAM_EXE}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.meddxpack" "" "MedDx.Package"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "Software\MedDxDesktop" "Place" "$INSTDIR"
  WriteRegStr SHCTX "Software\MedDxDesktop" "Language" "$LANGUAGE"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Numbers" "${NUMBERS}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM_EXE}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  SetRegView 64
  !insertmacro RefuseWhileRunning "$INSTDIR"
  ; File by file: nothing that somebody else put into the folder is touched.
  !include "${LISTING}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${NAME}\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}\Uninstall.lnk"
  Delete "$SMPROGRAMS\${NAME}\卸载.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  DeleteRegKey SHCTX "Software\Classes\MedDx.Film"
  DeleteRegKey SHCTX "Software\Classes\MedDx.Package"
  DeleteRegValue SHCTX "Software\Classes\.dcm\OpenWithProgids" "MedDx.Film"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.dcm\OpenWithProgids"
  ReadRegStr $4 SHCTX "Software\Classes\.dcm" ""
  ${If} $4 == "MedDx.Film"
    DeleteRegValue SHCTX "Software\Classes\.dcm" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "Software\Classes\.dcm"
  ReadRegStr $4 SHCTX "Software\Classes\.meddxpack" ""
  ${If} $4 == "MedDx.Package"
    DeleteRegKey SHCTX "Software\Classes\.meddxpack"
  ${EndIf}
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegKey SHCTX "Software\MedDxDesktop"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; Silent keeps the store. Asked, "keep" is what Enter means, and deleting is asked twice.
  SetShellVarContext current
  ${If} ${FileExists} "$LOCALAPPDATA\MedDx\*.*"
    ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION "$(keep)" /SD IDYES IDNO`
    ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "$(sure)" /SD IDNO IDYES`
      RMDir /r "$LOCALAPPDATA\MedDx"
    ${EndIf}
  ${EndIf}
SectionEnd
