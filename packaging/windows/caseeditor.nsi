; The Windows installer, for one user, without administrator rights. Called by build.ps1 and wine.sh, which define
; VERSION, NUMBERS (four, with dots), FROZEN (the frozen folder), LONGEST (letters of the longest path in it), ICON,
; BITMAPS (the folder of bitmaps.py) and OUT.
;   setup.exe /S [/D=C:\some\folder]    silent; /D must be last, without quotes
;   uninstall.exe /S                    silent
; Exit codes: 0 success, 1 cancelled, 2 Case Editor is running, one of its files is in use, another setup or removal
; runs, Windows is too old, the folder has other files or cannot be used, or files cannot be written, 3 installed, but
; the program's self-check failed (details in check.txt in its folder).
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh
!include LogicLib.nsh

!define NAME "Case Editor"
!define SETUP_MUTEX "CaseEditorSetup"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\caseeditor"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Case Editor"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
AllowRootDirInstall true ; otherwise NSIS takes the default folder instead: FindUnusable refuses it
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${BITMAPS}/header.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BITMAPS}/wizard.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT TakeLargeBitmaps
!define MUI_FINISHPAGE_RUN "$INSTDIR\caseeditor.exe"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(FOLDER)" ; NSIS' own text is longer than its label
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "PortugueseBR"

; FindProduct reads the English ones, which the uninstaller gets too.
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "Case Editor maintainers"

LangString FOLDER ${LANG_ENGLISH} "Folder:"
LangString FOLDER ${LANG_SPANISH} "Carpeta:"
LangString FOLDER ${LANG_PORTUGUESEBR} "Pasta:"
LangString RUNS ${LANG_ENGLISH} "Case Editor is running. Close it (unsaved text is kept), then try again."
LangString RUNS ${LANG_SPANISH} "Case Editor está abierto. Ciérrelo (el texto sin guardar se conserva) e inténtelo de nuevo."
LangString RUNS ${LANG_PORTUGUESEBR} "O Case Editor está aberto. Feche-o (o texto não salvo é mantido) e tente de novo."
LangString HELD ${LANG_ENGLISH} "Another program is using a file or folder of Case Editor. Close that program, then try again."
LangString HELD ${LANG_SPANISH} "Otro programa está usando un archivo o una carpeta de Case Editor. Cierre ese programa e inténtelo de nuevo."
LangString HELD ${LANG_PORTUGUESEBR} "Outro programa está usando um arquivo ou uma pasta do Case Editor. Feche esse programa e tente de novo."
LangString BUSY ${LANG_ENGLISH} "Case Editor is already being installed or removed. Close that window, then try again."
LangString BUSY ${LANG_SPANISH} "Case Editor ya se está instalando o quitando. Cierre esa ventana e inténtelo de nuevo."
LangString BUSY ${LANG_PORTUGUESEBR} "O Case Editor já está sendo instalado ou removido. Feche essa janela e tente de novo."
LangString OLD ${LANG_ENGLISH} "Case Editor needs Windows 10 or newer, 64 bit."
LangString OLD ${LANG_SPANISH} "Case Editor necesita Windows 10 o posterior, de 64 bits."
LangString OLD ${LANG_PORTUGUESEBR} "O Case Editor precisa do Windows 10 ou mais recente, de 64 bits."
LangString FOREIGN ${LANG_ENGLISH} "This folder contains other files. Choose an empty one."
LangString FOREIGN ${LANG_SPANISH} "Esta carpeta contiene otros archivos. Elija una vacía."
LangString FOREIGN ${LANG_PORTUGUESEBR} "Esta pasta contém outros arquivos. Escolha uma vazia."
LangString UNUSABLE ${LANG_ENGLISH} "Case Editor can't be installed there. Choose a folder with a shorter path, not a drive."
LangString UNUSABLE ${LANG_SPANISH} "Case Editor no se puede instalar ahí. Elija una carpeta con una ruta más corta, no una unidad."
LangString UNUSABLE ${LANG_PORTUGUESEBR} "O Case Editor não pode ser instalado aí. Escolha uma pasta com um caminho mais curto, não uma unidade."
LangString NO_FOLDER ${LANG_ENGLISH} "Case Editor can't be installed there. After /D=, give the full path of a folder on an existing drive, without quotes."
LangString NO_FOLDER ${LANG_SPANISH} "Case Editor no se puede instalar ahí. Tras /D=, escriba la ruta completa de una carpeta en una unidad existente, sin comillas."
LangString NO_FOLDER ${LANG_PORTUGUESEBR} "O Case Editor não pode ser instalado aí. Depois de /D=, informe o caminho completo de uma pasta em uma unidade existente, sem aspas."
LangString UNWRITTEN ${LANG_ENGLISH} "The files can't be written. Check the free space and the permissions of the folder."
LangString UNWRITTEN ${LANG_SPANISH} "No se pueden escribir los archivos. Compruebe el espacio libre y los permisos de la carpeta."
LangString UNWRITTEN ${LANG_PORTUGUESEBR} "Não é possível gravar os arquivos. Verifique o espaço livre e as permissões da pasta."
LangString FAILED ${LANG_ENGLISH} "Case Editor is installed, but its self-check failed:"
LangString FAILED ${LANG_SPANISH} "Case Editor está instalado, pero su comprobación falló:"
LangString FAILED ${LANG_PORTUGUESEBR} "O Case Editor está instalado, mas a verificação dele falhou:"

; End with 2, after a message.
!macro STOP MESSAGE
  MessageBox MB_OK|MB_ICONSTOP "${MESSAGE}" /SD IDOK
  SetErrorLevel 2
  Abort "${MESSAGE}"
!macroend
; The same, unless the user wants to go to AGAIN.
!macro STOP_OR_RETRY MESSAGE AGAIN
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${MESSAGE}" /SD IDCANCEL IDRETRY ${AGAIN}
  SetErrorLevel 2
  Abort "${MESSAGE}"
!macroend

; The same, before the window is shown.
!macro STOP_AT_START MESSAGE
  MessageBox MB_OK|MB_ICONSTOP "${MESSAGE}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

; Results of ProbeFile and the functions that call it; 0 for none.
!define IN_USE 1
!define UNWRITABLE 2
; Call ProbeFile for a file of the program; go to end unless it can be replaced.
!macro PROBE UN NAME
  StrCpy $R9 "$INSTDIR\${NAME}"
  Call ${UN}ProbeFile
  IntCmp $R0 0 0 end end
!macroend
!macro PROBE_BELOW UN NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}\*.*"
    ${Locate} "$INSTDIR\${NAME}" "/L=F" "${UN}ProbeFileBelow"
    IntCmp $R0 0 0 end end
  ${EndIf}
!macroend
; Rename a part of the program if it is there; set the error flag if TO is there too.
!macro MOVE FROM TO
  ${If} ${FileExists} "$INSTDIR\${FROM}"
    Rename "$INSTDIR\${FROM}" "$INSTDIR\${TO}"
  ${EndIf}
!macroend

; The functions of the installer and of the uninstaller.
!macro FUNCTIONS UN

; End with 2 while another setup or removal runs. The mutex is released when this process ends.
Function ${UN}Lock
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "${SETUP_MUTEX}") p .r0'
  System::Call 'kernel32::WaitForSingleObject(p r0, i 5000) i .r1'
  ${If} $1 = 258 ; WAIT_TIMEOUT
    !insertmacro STOP_AT_START "$(BUSY)"
  ${EndIf}
FunctionEnd

; Set $R0 to 1 if the folder has the program or its uninstaller, else to 0. Their version resource tells, because others
; use these names too. The uninstaller is written first and removed last, so any interruption leaves it.
Function ${UN}FindProduct
  StrCpy $R0 0
  Push "$INSTDIR\uninstall.exe"
  Push "$INSTDIR\caseeditor.exe"
  ${Do}
    Pop $0
    System::Call 'version::GetFileVersionInfoSize(t r0, p 0) i .r1'
    ${If} $1 <> 0
      System::Alloc $1
      Pop $2
      System::Call 'version::GetFileVersionInfo(t r0, i 0, i r1, p r2)'
      Push "\StringFileInfo\040904E4\ProductName" ; this uninstaller's: NSIS takes the language's code page
      Push "\StringFileInfo\040904B0\ProductName" ; Unicode: the program's, and 0.1.0's uninstaller's
      ${For} $6 0 1
        Pop $3
        System::Call 'version::VerQueryValue(p r2, t r3, *p .r4, *i) i .r5'
        ${If} $5 <> 0
          System::Call 'kernel32::lstrcpyn(t .r5, p r4, i 64)'
          ${If} $5 == "${NAME}"
            StrCpy $R0 1
          ${EndIf}
        ${EndIf}
      ${Next}
      System::Free $2
    ${EndIf}
  ${LoopUntil} $0 == "$INSTDIR\uninstall.exe"
FunctionEnd

; Set $R0 to IN_USE if another program has the file $R9 open or runs it, to UNWRITABLE if it cannot be replaced for
; another reason, else to 0. Its attributes stay.
Function ${UN}ProbeFile
  StrCpy $R0 0
  ${IfNot} ${FileExists} "$R9"
    Return
  ${EndIf}
  System::Call 'kernel32::GetFileAttributes(t R9) i .R2'
  IntOp $R3 $R2 & 1 ; read-only
  ${If} $R3 <> 0
    System::Call 'kernel32::SetFileAttributes(t R9, i 0x80) i .R1'
    ${If} $R1 = 0
      StrCpy $R0 ${UNWRITABLE}
      Return
    ${EndIf}
  ${EndIf}
  ; Rights to delete and write, all of them shared; only an existing file.
  System::Call 'kernel32::CreateFile(t R9, i 0x10002, i 7, p 0, i 3, i 0, p 0) i .R1 ?e'
  Pop $R0
  ${If} $R1 <> -1
    System::Call 'kernel32::CloseHandle(p R1)'
    StrCpy $R0 0
  ${ElseIf} $R0 = 32 ; ERROR_SHARING_VIOLATION
  ${OrIf} $R0 = 33 ; ERROR_LOCK_VIOLATION
  ${OrIf} $R0 = 1224 ; ERROR_USER_MAPPED_FILE
    StrCpy $R0 ${IN_USE}
  ${Else}
    StrCpy $R0 ${UNWRITABLE}
  ${EndIf}
  ${If} $R3 <> 0
    System::Call 'kernel32::SetFileAttributes(t R9, i R2)'
  ${EndIf}
FunctionEnd

Function ${UN}ProbeFileBelow ; for Locate, which uses the other registers
  Call ${UN}ProbeFile
  ${If} $R0 <> 0
    Push StopLocate
  ${Else}
    Push ""
  ${EndIf}
  ClearErrors ; Locate would end
FunctionEnd

; Set $R0 as ProbeFile does, for the files of the program. $R9 is the first file that cannot be replaced, if it is
; outside of the folders.
Function ${UN}ProbeFiles
  !insertmacro PROBE "${UN}" "caseeditor.exe"
  !insertmacro PROBE "${UN}" "caseeditor-console.exe"
  !insertmacro PROBE "${UN}" "policy.example.json"
  !insertmacro PROBE "${UN}" "check.txt"
  !if "${UN}" == "" ; the uninstaller itself runs
    !insertmacro PROBE "${UN}" "uninstall.exe"
  !endif
  !insertmacro PROBE_BELOW "${UN}" "_internal"
  !insertmacro PROBE_BELOW "${UN}" "licences"
  end:
FunctionEnd

; Undo MoveFiles. Never replaces a part.
Function ${UN}MoveFilesBack
  !insertmacro MOVE "_replaced" "_internal"
  !insertmacro MOVE "_licence" "licences"
  !insertmacro MOVE "caseeditor.old" "caseeditor.exe"
  !insertmacro MOVE "caseeditor-console.old" "caseeditor-console.exe"
FunctionEnd

Function ${UN}DeleteMoved
  RMDir /r "$INSTDIR\_replaced"
  RMDir /r "$INSTDIR\_licence"
  Delete "$INSTDIR\caseeditor.old"
  Delete "$INSTDIR\caseeditor-console.old"
FunctionEnd

; Give the parts of the program other names, none of them longer. Set $R0 to 0 if all have them, else, with the old
; names, to IN_USE: Windows renames no folder with a file in use.
Function ${UN}MoveFiles
  Call ${UN}DeleteMoved ; of an interrupted update
  ClearErrors
  !insertmacro MOVE "_internal" "_replaced"
  !insertmacro MOVE "licences" "_licence"
  !insertmacro MOVE "caseeditor-console.exe" "caseeditor-console.old"
  !insertmacro MOVE "caseeditor.exe" "caseeditor.old"
  StrCpy $R0 0
  ${If} ${Errors}
    Call ${UN}MoveFilesBack
    StrCpy $R0 ${IN_USE}
  ${EndIf}
FunctionEnd

; Move the program's files away, or end with 2, before any of them is changed. Virus scanners open files for a moment,
; so try for about 5 s.
Function ${UN}TakeFiles
  again:
  ${For} $R4 1 20
    Call ${UN}ProbeFiles
    ${If} $R0 = 0
      Call ${UN}MoveFiles
      ${If} $R0 = 0
        Return
      ${EndIf}
    ${EndIf}
    Sleep 250
  ${Next}
  ${If} $R0 = ${UNWRITABLE}
    !insertmacro STOP "$(UNWRITTEN)"
  ${EndIf}
  ${If} $R9 == "$INSTDIR\caseeditor.exe"
  ${OrIf} $R9 == "$INSTDIR\caseeditor-console.exe"
    !insertmacro STOP_OR_RETRY "$(RUNS)" again
  ${EndIf}
  !insertmacro STOP_OR_RETRY "$(HELD)" again
FunctionEnd

; Remove the folder $R9 of the program; set $R0 to the number of files that stay after about 5 s, 0 for none. Empty
; folders may stay: they are the current folder of some program.
Function ${UN}RemoveFolder
  ${For} $R4 1 20
    StrCpy $R0 0
    RMDir /r "$R9"
    ${If} ${FileExists} "$R9\*.*"
      ${GetSize} "$R9" "/G=1" $0 $R0 $1
      IntOp $R0 $R0 + 0 ; '' for none
    ${EndIf}
    ${If} $R0 = 0
      Return
    ${EndIf}
    Sleep 250
  ${Next}
FunctionEnd
!macroend
!insertmacro FUNCTIONS ""
!insertmacro FUNCTIONS "un."

Var Taken ; 1 while TakeFiles' files are needed for PutBack

; Restore the program after a failure to write the new one.
Function PutBack
  StrCpy $Taken 0
  SetOutPath "$INSTDIR" ; NSIS' current folder cannot be removed
  StrCpy $R9 "$INSTDIR\_internal"
  Call RemoveFolder
  StrCpy $R9 "$INSTDIR\licences"
  Call RemoveFolder
  Delete "$INSTDIR\caseeditor.exe"
  Delete "$INSTDIR\caseeditor-console.exe"
  Call MoveFilesBack
FunctionEnd

Function .onInstFailed ; NSIS itself ends the section if the drive is full
  ${If} $Taken = 1
    Call PutBack
  ${EndIf}
FunctionEnd

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

; Set $R0 to 1 if the folder is somebody else's, else to 0: it has files, and is not the program's.
Function FindForeignFiles
  Call FindProduct
  ${If} $R0 = 1
    StrCpy $R0 0
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR"
  ${AndIfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $R0 1 ; a file
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  next:
  StrCmp $1 "" close
  ${Select} $1
    ${Case2} "." ".."
    ${Case4} "_internal" "licences" "_replaced" "_licence" ; folders without any file, which a removal may leave
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
FunctionEnd

; Set $R0 to 1 if the folder cannot be the program's: it is a drive or a share, or its files would exceed Windows'
; limits for paths (247 letters of folders, 259 of files).
Function FindUnusable
  StrCpy $R0 0
  StrLen $0 $INSTDIR
  IntOp $1 $0 + ${LONGEST}
  ${If} $1 > 246 ; with a backslash between them
  ${OrIf} $0 <= 3
    StrCpy $R0 1
    Return
  ${EndIf}
  StrCpy $0 $INSTDIR
  System::Call 'shlwapi::PathIsRoot(t r0) i .r1' ; \\server\share
  ${If} $1 <> 0
    StrCpy $R0 1
  ${EndIf}
FunctionEnd

Function .onVerifyInstDir ; enables the button
  Call FindUnusable
  ${If} $R0 = 1
    Abort
  ${EndIf}
FunctionEnd

Function CheckFolder ; stays on the page
  Call FindForeignFiles
  ${If} $R0 = 1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)"
    Abort
  ${EndIf}
FunctionEnd

Function TrimPath ; strips the end of $1, as NSIS does with the path of /D=
  ${Do}
    StrCpy $2 $1 1 -1
    ${If} $2 != " "
    ${AndIf} $2 != "\"
      ${ExitDo}
    ${EndIf}
    StrCpy $1 $1 -1
  ${Loop}
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro STOP_AT_START "$(OLD)"
  ${EndIf}
  ; NSIS takes the default folder if /D= names a missing drive, a file, or no path, or is quoted: say so instead.
  System::Call 'kernel32::GetCommandLine() p .r0'
  System::Call 'shlwapi::PathGetArgs(p r0) p .r0'
  System::Call 'shlwapi::StrStrI(p r0, t "/D=") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::lstrcpyn(t .r1, p r0, i ${NSIS_MAX_STRLEN})'
    StrCpy $1 $1 "" 3
    Call TrimPath
    StrCpy $3 $1
    StrCpy $1 $INSTDIR
    Call TrimPath
    ${If} $1 != $3
      !insertmacro STOP_AT_START "$(NO_FOLDER)"
    ${EndIf}
  ${EndIf}
  Call Lock
FunctionEnd

Function un.onInit
  Call un.Lock
FunctionEnd

Section "-program"
  Call FindUnusable
  ${If} $R0 = 1
    !insertmacro STOP "$(UNUSABLE)"
  ${EndIf}
  Call FindForeignFiles
  ${If} $R0 = 1
    !insertmacro STOP "$(FOREIGN)"
  ${EndIf}
  Call TakeFiles ; also because Python would import leftover modules of an older version
  StrCpy $Taken 1
  SetOutPath "$INSTDIR"
  SetFileAttributes "$INSTDIR\uninstall.exe" NORMAL
  SetFileAttributes "$INSTDIR\policy.example.json" NORMAL
  SetFileAttributes "$INSTDIR\check.txt" NORMAL
  ClearErrors
  WriteUninstaller "$INSTDIR\uninstall.exe"
  IfErrors unwritten
  File /r "${FROZEN}\*.*"
  IfErrors 0 written
  unwritten:
  Call PutBack
  !insertmacro STOP "$(UNWRITTEN)"
  written:
  StrCpy $Taken 0
  Call DeleteMoved

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

; Remove all files but the uninstaller, or end with 2.
Function un.RemoveFiles
  again:
  Call un.TakeFiles
  StrCpy $R9 "$INSTDIR\_replaced"
  Call un.RemoveFolder
  IntCmp $R0 0 0 held held
  StrCpy $R9 "$INSTDIR\_licence"
  Call un.RemoveFolder
  IntCmp $R0 0 0 held held
  ClearErrors
  Delete "$INSTDIR\caseeditor-console.old"
  Delete "$INSTDIR\caseeditor.old"
  Delete "$INSTDIR\policy.example.json"
  Delete "$INSTDIR\check.txt"
  IfErrors 0 end
  held: ; opened after the check
  !insertmacro STOP_OR_RETRY "$(HELD)" again
  end:
FunctionEnd

Section "Uninstall"
  Call un.FindProduct
  ${If} $R0 = 0 ; _?= names another folder
    SetErrorLevel 2
    Abort
  ${EndIf}
  ; The user's settings, drafts, history and token stay; README.md has their paths.
  Call un.RemoveFiles
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${IfNot} ${FileExists} "$0\caseeditor.exe" ; else they are those of a copy in another folder
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "Software\Classes\caseeditor"
    DeleteRegKey HKCU "${UNINSTALL}"
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
