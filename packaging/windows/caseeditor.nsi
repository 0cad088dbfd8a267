; The Windows installer, for one user, without administrator rights. Called by build.ps1 and wine.sh, which define
; VERSION, NUMBERS (four, with dots), FROZEN (the frozen folder), ICON, BITMAPS (the folder of bitmaps.py) and OUT.
;   setup.exe /S [/D=C:\some\folder]    silent; /D must be last, without quotes
;   uninstall.exe /S                    silent
; Exit codes: 0 success, 1 cancelled, 2 Case Editor is running, the folder has other files, or files cannot be written,
; 3 installed, but the program's self-check failed (details in check.txt in its folder).
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh

!define NAME "Case Editor"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Case Editor"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Case Editor maintainers"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${BITMAPS}/header.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BITMAPS}/wizard.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT TakeLargeBitmaps
!define MUI_FINISHPAGE_RUN "$INSTDIR\caseeditor.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "PortugueseBR"

LangString RUNS ${LANG_ENGLISH} "Case Editor is running. Close it (what was typed is kept), then try again."
LangString RUNS ${LANG_SPANISH} "Case Editor está abierto. Ciérrelo (lo escrito se conserva) e inténtelo de nuevo."
LangString RUNS ${LANG_PORTUGUESEBR} "O Case Editor está aberto. Feche-o (o que foi digitado é mantido) e tente de novo."
LangString OLD ${LANG_ENGLISH} "Case Editor needs Windows 10 or newer, 64 bit."
LangString OLD ${LANG_SPANISH} "Case Editor necesita Windows 10 o posterior, de 64 bits."
LangString OLD ${LANG_PORTUGUESEBR} "O Case Editor precisa do Windows 10 ou mais recente, de 64 bits."
LangString FOREIGN ${LANG_ENGLISH} "This folder has other files in it. Choose an empty one."
LangString FOREIGN ${LANG_SPANISH} "Esta carpeta contiene otros archivos. Elija una vacía."
LangString FOREIGN ${LANG_PORTUGUESEBR} "Esta pasta contém outros arquivos. Escolha uma vazia."
LangString FAILED ${LANG_ENGLISH} "Case Editor is installed, but its check of itself failed:"
LangString FAILED ${LANG_SPANISH} "Case Editor está instalado, pero su comprobación falló:"
LangString FAILED ${LANG_PORTUGUESEBR} "O Case Editor está instalado, mas a verificação dele falhou:"

; A running program's file cannot be opened for writing; its files must not be replaced.
!macro WAIT_UNTIL_CLOSED UN
Function ${UN}WaitUntilClosed
  again:
  IfFileExists "$INSTDIR\caseeditor.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\caseeditor.exe" a
  IfErrors runs
  FileClose $0
  ClearErrors
  FileOpen $0 "$INSTDIR\caseeditor-console.exe" a
  IfErrors runs
  FileClose $0
  Goto closed
  runs:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Abort "$(RUNS)"
  closed:
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; Enlarged bitmaps of 96 DPI are blurred. MUI has extracted them when it calls this.
Function TakeLargeBitmaps
  System::Call "user32::GetDC(p 0) p .r0"
  System::Call "gdi32::GetDeviceCaps(p r0, i 88) i .r1" ; LOGPIXELSX
  System::Call "user32::ReleaseDC(p 0, p r0)"
  ${If} $1 > 96
    File "/oname=$PLUGINSDIR\modern-wizard.bmp" "${BITMAPS}/wizard-2x.bmp"
    File "/oname=$PLUGINSDIR\modern-header.bmp" "${BITMAPS}/header-2x.bmp"
    SetBrandingImage /IMGID=1046 /RESIZETOFIT "$PLUGINSDIR\modern-header.bmp"
  ${EndIf}
FunctionEnd

; Set $R0 to 1 if the folder has other files, which installing would replace or uninstalling would delete, else to 0.
; An interrupted or silent removal (_?=) leaves files of the program, its uninstaller at least: these are no others.
Function FindForeignFiles
  StrCpy $R0 0
  IfFileExists "$INSTDIR\caseeditor.exe" end
  FindFirst $0 $1 "$INSTDIR\*.*"
  next:
  StrCmp $1 "" close
  ${Select} $1
    ${Case2} "." ".."
    ${Case5} "caseeditor-console.exe" "policy.example.json" "check.txt" "uninstall.exe" "caseeditor.exe"
      IfFileExists "$INSTDIR\$1\*.*" foreign ; a folder of this name
    ${Case2} "_internal" "licences" ; folders without any file
      IfFileExists "$INSTDIR\$1\*.*" 0 foreign
      ${GetSize} "$INSTDIR\$1" "/G=1" $2 $3 $4 ; $3: number of files, '' for none
      IntCmp $3 0 0 0 foreign
    ${Default}
      Goto foreign
  ${EndSelect}
  FindNext $0 $1
  Goto next
  foreign:
  StrCpy $R0 1
  close:
  FindClose $0
  end:
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "-program"
  Call FindForeignFiles
  ${If} $R0 = 1
    MessageBox MB_OK|MB_ICONSTOP "$(FOREIGN)" /SD IDOK
    SetErrorLevel 2
    Abort "$(FOREIGN)"
  ${EndIf}
  Call WaitUntilClosed
  ; Python would import leftover modules of an older version.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FROZEN}\*.*"
  IfErrors 0 written
  SetErrorLevel 2
  Abort
  written:
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\caseeditor.exe"

  WriteRegStr HKCU "Software\Classes\caseeditor" "" "URL:Case Editor"
  WriteRegStr HKCU "Software\Classes\caseeditor" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\caseeditor\DefaultIcon" "" "$INSTDIR\caseeditor.exe,0"
  ; After --, the link is always a case and never an option.
  WriteRegStr HKCU "Software\Classes\caseeditor\shell\open\command" "" '"$INSTDIR\caseeditor.exe" -- "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\caseeditor.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Case Editor maintainers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0

  ; The installed program checks itself; its output goes to check.txt.
  nsExec::ExecToStack '"$INSTDIR\caseeditor-console.exe" --check'
  Pop $0
  Pop $1
  FileOpen $2 "$INSTDIR\check.txt" w
  FileWriteUTF16LE /BOM $2 "$1"
  FileClose $2
  DetailPrint "$1"
  ; Report the failure but keep the installation: the server may only be unreachable at the moment.
  ${If} $0 != 0
    SetErrorLevel 3
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FAILED)$\r$\n$\r$\n$1" /SD IDOK
  ${EndIf}
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  ; The user's settings, drafts, history and token stay; README.md has their paths.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\caseeditor.exe"
  Delete "$INSTDIR\caseeditor-console.exe"
  Delete "$INSTDIR\policy.example.json"
  Delete "$INSTDIR\check.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\caseeditor"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
