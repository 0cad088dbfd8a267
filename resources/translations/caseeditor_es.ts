<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Your administrator allows {0} only.</source>
        <translation>Su administrador solo permite {0}.</translation>
    </message>
    <message>
        <source>Signed in: {0}.</source>
        <translation>Sesión iniciada: {0}.</translation>
    </message>
    <message>
        <source>Signed out. Open cases stay; nothing is sent until you sign in.</source>
        <translation>Sesión cerrada. Los casos abiertos se quedan; no se envía nada hasta que inicie sesión.</translation>
    </message>
    <message>
        <source>The token couldn&apos;t be removed from the system keyring. {0}</source>
        <translation>No se pudo quitar el token del llavero del sistema. {0}</translation>
    </message>
    <message>
        <source>Your administrator&apos;s policy can&apos;t be read. Use a server you have used before.</source>
        <translation>No se puede leer la política de su administrador. Use un servidor que ya haya usado.</translation>
    </message>
    <message>
        <source>This link leads to {0}, which you&apos;ve never used.</source>
        <translation>Este enlace lleva a {0}, que nunca ha usado.</translation>
    </message>
    <message>
        <source>To sign in there, type its address.</source>
        <translation>Para iniciar sesión allí, escriba su dirección.</translation>
    </message>
</context>
<context>
    <name>AccountLabel</name>
    <message>
        <source>signed in</source>
        <translation>sesión iniciada</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>sin sesión</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>The access token is kept in the system keyring only. Signing in and out take effect at once.</source>
        <translation>El token de acceso se guarda solo en el llavero del sistema. El inicio y el cierre de sesión se aplican de inmediato.</translation>
    </message>
    <message>
        <source>Demo: the access token is kept in memory only. Signing in and out take effect at once.</source>
        <translation>Demostración: el token de acceso se guarda solo en la memoria. El inicio y el cierre de sesión se aplican de inmediato.</translation>
    </message>
    <message>
        <source>🔒 Your administrator has set the server.</source>
        <translation>🔒 Su administrador fijó el servidor.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguno</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>sesión iniciada</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>sin sesión</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Enter a case ID or a case link.</source>
        <translation>Escriba el ID o el enlace de un caso.</translation>
    </message>
    <message>
        <source>That isn&apos;t a case ID. IDs are numbers, like 203.</source>
        <translation>Eso no es el ID de un caso. Los ID son números, como 203.</translation>
    </message>
    <message>
        <source>That link doesn&apos;t lead to a case. Case links end in /case/ and a number.</source>
        <translation>Ese enlace no lleva a un caso. Los enlaces de casos terminan en /case/ y un número.</translation>
    </message>
    <message>
        <source>That isn&apos;t a server address. Addresses look like https://example.org.</source>
        <translation>Eso no es la dirección de un servidor. Una dirección es como https://example.org.</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>Case id or link</source>
        <translation>ID o enlace del caso</translation>
    </message>
    <message>
        <source>Case ID, link or search</source>
        <translation>ID de caso, enlace o búsqueda</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
</context>
<context>
    <name>AfterSubmit</name>
    <message>
        <source>Stay in the case</source>
        <translation>Quedarse en el caso</translation>
    </message>
    <message>
        <source>Open the next case of the list</source>
        <translation>Abrir el siguiente caso de la lista</translation>
    </message>
    <message>
        <source>Close the case once it is stored</source>
        <translation>Cerrar el caso cuando esté registrado</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong. What you typed is still here; {0}</source>
        <translation>Algo falló. Lo que escribió sigue aquí; {0}</translation>
    </message>
    <message>
        <source>see the log in {0} for details.</source>
        <translation>consulte los detalles en el registro de {0}.</translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>Enter accepts, Escape cancels. Down lists suggestions.</source>
        <translation>Enter acepta, Esc cancela. Flecha abajo muestra sugerencias.</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>Nombre del atributo</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>Choose a date…</source>
        <translation>Elegir una fecha…</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>Valor de {0}</translation>
    </message>
</context>
<context>
    <name>AttributeGrid</name>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>“{0}” leads to “{1}”. Enter instead of Tab keeps a new name as typed.</source>
        <translation>«{0}» lleva a «{1}». Con Enter en vez de Tab, un nombre nuevo queda como está escrito.</translation>
    </message>
    <message>
        <source>Shift+Tab makes “{0}” a new attribute now.</source>
        <translation>Mayús+Tab hace ahora de «{0}» un atributo nuevo.</translation>
    </message>
    <message>
        <source>Filter attributes</source>
        <translation>Filtrar atributos</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>More for attributes</source>
        <translation>Más para atributos</translation>
    </message>
    <message>
        <source>Edit as text…</source>
        <translation>Editar como texto…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Sort by name (view only)</source>
        <translation>Ordenar por nombre (solo la vista)</translation>
    </message>
    <message>
        <source>Trim names of new attributes</source>
        <translation>Quitar espacios de los nombres de atributos nuevos</translation>
    </message>
    <message>
        <source>Revert all attributes</source>
        <translation>Revertir todos los atributos</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Atributo nuevo</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy rows as</source>
        <translation>Copiar filas como</translation>
    </message>
    <message>
        <source>Revert cell</source>
        <translation>Revertir celda</translation>
    </message>
    <message>
        <source>Revert row</source>
        <translation>Revertir fila</translation>
    </message>
    <message>
        <source>Revert rows</source>
        <translation>Revertir filas</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Attributes: {0} of {1}</source>
        <translation>Atributos: {0} de {1}</translation>
    </message>
</context>
<context>
    <name>AttributeModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Was: {0}</source>
        <translation>Antes: {0}</translation>
    </message>
    <message>
        <source>sent as empty</source>
        <translation>se envía vacío</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Atributo nuevo</translation>
    </message>
    <message>
        <source>New attribute ({0})</source>
        <translation>Atributo nuevo ({0})</translation>
    </message>
    <message>
        <source>Names of existing attributes can&apos;t be changed.</source>
        <translation>Los nombres de los atributos existentes no se pueden cambiar.</translation>
    </message>
    <message>
        <source>This name is reserved, so its value is read-only.</source>
        <translation>Este nombre está reservado; por eso su valor es de solo lectura.</translation>
    </message>
    <message>
        <source>This attribute is the stamp (Preferences, Submitting). Each submission sets it.</source>
        <translation>Este atributo es el sello (Preferencias, Envío). Cada envío lo establece.</translation>
    </message>
    <message>
        <source>Nested value: read-only.</source>
        <translation>Valor anidado: solo lectura.</translation>
    </message>
    <message>
        <source>{0}, pinned</source>
        <translation>{0}, fijado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Sent as an empty value. The server may empty, keep or remove the attribute; this isn&apos;t documented. Attributes can&apos;t be deleted here.</source>
        <translation>Se envía como valor vacío. El servidor puede vaciar, conservar o quitar el atributo; no está documentado. Aquí no se pueden eliminar atributos.</translation>
    </message>
    <message>
        <source>This value has invisible spaces: at an end, tabs, or several in a row.</source>
        <translation>Este valor tiene espacios invisibles: en un extremo, tabulaciones o varios seguidos.</translation>
    </message>
    <message>
        <source>New here: no case that you have seen has this value.</source>
        <translation>Nuevo aquí: ningún caso que usted haya visto tiene este valor.</translation>
    </message>
</context>
<context>
    <name>AttributeNames</name>
    <message>
        <source>to its value</source>
        <translation>a su valor</translation>
    </message>
</context>
<context>
    <name>AttributePaste</name>
    <message>
        <source>Nothing was pasted: this cell can&apos;t be changed.</source>
        <translation>No se pegó nada: esta celda no se puede cambiar.</translation>
    </message>
    <message>
        <source>Nothing was pasted. {0}</source>
        <translation>No se pegó nada. {0}</translation>
    </message>
    <message>
        <source>Attributes pasted: {0}. Press Ctrl+Z to undo.</source>
        <translation>Atributos pegados: {0}. Pulse Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Names pasted: {0} of {1}; the others already exist. Press Ctrl+Z to undo.</source>
        <translation>Nombres pegados: {0} de {1}; los demás ya existen. Pulse Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Nothing was pasted: {0} lines, but no attribute here. Paste the names first.</source>
        <translation>No se pegó nada: {0} líneas, pero aquí no hay ningún atributo. Pegue primero los nombres.</translation>
    </message>
    <message>
        <source>Values pasted: {0}. Press Ctrl+Z to undo.</source>
        <translation>Valores pegados: {0}. Pulse Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Lines that don&apos;t fit below the last row: {0} ({1}).</source>
        <translation>Líneas que no caben por debajo de la última fila: {0} ({1}).</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be changed, so “{1}” isn&apos;t pasted.</source>
        <translation>«{0}» no se puede cambiar, así que no se pega «{1}».</translation>
    </message>
    <message>
        <source>To paste several lines into one value, press F2 there first.</source>
        <translation>Para pegar varias líneas en un solo valor, pulse antes F2 en él.</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Escape leaves the table.</source>
        <translation>Esc sale de la tabla.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>AttributeWork</name>
    <message>
        <source>Nothing was copied: there is no text here.</source>
        <translation>No se copió nada: aquí no hay texto.</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Cases part</source>
        <translation>Parte Casos</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Changes part</source>
        <translation>Parte Cambios</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguno</translation>
    </message>
    <message>
        <source>Open batch</source>
        <translation>Abrir lote</translation>
    </message>
    <message>
        <source>Name of a batch</source>
        <translation>Nombre de un lote</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan part</source>
        <translation>Parte Plan</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Results part</source>
        <translation>Parte Resultados</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Run part</source>
        <translation>Parte Ejecución</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>The batch opens once you are signed in.</source>
        <translation>El lote se abre en cuanto inicie sesión.</translation>
    </message>
    <message>
        <source>Not deleted: an update of it has no answer yet. Decide it under Results first.</source>
        <translation>No eliminado: una actualización suya aún no tiene respuesta. Decídala antes en Resultados.</translation>
    </message>
    <message>
        <source>Sign in to change many cases.</source>
        <translation>Inicie sesión para cambiar muchos casos.</translation>
    </message>
    <message>
        <source>Batch “{0}” was deleted.</source>
        <translation>Se eliminó el lote «{0}».</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. Choose another file.</source>
        <translation>Este archivo no se puede leer. Elija otro archivo.</translation>
    </message>
    <message>
        <source>This file isn&apos;t the plan of a batch. Choose another file.</source>
        <translation>Este archivo no es el plan de un lote. Elija otro archivo.</translation>
    </message>
    <message>
        <source>This plan is from a newer version. Install that version to open it.</source>
        <translation>Este plan es de una versión más nueva. Instálela para abrirlo.</translation>
    </message>
    <message>
        <source>This plan has more cases than a batch may have. Ask for a smaller one.</source>
        <translation>Este plan tiene más casos de los que puede tener un lote. Pida uno más pequeño.</translation>
    </message>
    <message>
        <source>This plan is for another server. Sign in there to open it.</source>
        <translation>Este plan es para otro servidor. Inicie sesión allí para abrirlo.</translation>
    </message>
    <message>
        <source>Undo of {0}</source>
        <translation>Deshacer {0}</translation>
    </message>
    <message>
        <source>Exported: {0}</source>
        <translation>Exportado: {0}</translation>
    </message>
</context>
<context>
    <name>BatchChooser</name>
    <message>
        <source>Delete batch</source>
        <translation>Eliminar lote</translation>
    </message>
    <message>
        <source>Delete “{0}” with its results?</source>
        <translation>¿Eliminar «{0}» con sus resultados?</translation>
    </message>
    <message>
        <source>It leaves the history, too, and can&apos;t be undone any more.</source>
        <translation>También sale del historial y ya no se podrá deshacer.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>BatchCounts</name>
    <message>
        <source>1 repeated</source>
        <translation>1 repetido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeated</source>
        <translation>
            <numerusform>%Ln repetido</numerusform>
            <numerusform>%Ln repetidos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 isn&apos;t a case ID</source>
        <translation>1 no es un ID de caso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln aren&apos;t case IDs</source>
        <translation>
            <numerusform>%Ln no es un ID de caso</numerusform>
            <numerusform>%Ln no son ID de casos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 too many</source>
        <translation>1 caso de más</translation>
    </message>
    <message numerus="yes">
        <source>%Ln too many</source>
        <translation>
            <numerusform>%Ln caso de más</numerusform>
            <numerusform>%Ln casos de más</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of {0}, which is another server</source>
        <translation>1 caso de {0}, que es otro servidor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {0}, which is another server</source>
        <translation>
            <numerusform>%Ln caso de {0}, que es otro servidor</numerusform>
            <numerusform>%Ln casos de {0}, que es otro servidor</numerusform>
        </translation>
    </message>
    <message>
        <source>1 fewer than the server counted</source>
        <translation>1 caso menos de los que contó el servidor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer than the server counted</source>
        <translation>
            <numerusform>%Ln caso menos de los que contó el servidor</numerusform>
            <numerusform>%Ln casos menos de los que contó el servidor</numerusform>
        </translation>
    </message>
    <message>
        <source>1 note can&apos;t be taken back.</source>
        <translation>1 nota no se puede deshacer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes can&apos;t be taken back.</source>
        <translation>
            <numerusform>%Ln nota no se puede deshacer.</numerusform>
            <numerusform>%Ln notas no se pueden deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change 1 case of the demo server?</source>
        <translation>¿Cambiar 1 caso del servidor de demostración?</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cases of the demo server?</source>
        <translation>
            <numerusform>¿Cambiar %Ln caso del servidor de demostración?</numerusform>
            <numerusform>¿Cambiar %Ln casos del servidor de demostración?</numerusform>
        </translation>
    </message>
    <message>
        <source>Change 1 case of {0}?</source>
        <translation>¿Cambiar 1 caso de {0}?</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cases of {0}?</source>
        <translation>
            <numerusform>¿Cambiar %Ln caso de {0}?</numerusform>
            <numerusform>¿Cambiar %Ln casos de {0}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more lines</source>
        <translation>
            <numerusform>… y %Ln línea más</numerusform>
            <numerusform>… y %Ln líneas más</numerusform>
        </translation>
    </message>
    <message>
        <source>1 doubtful ID</source>
        <translation>1 ID dudoso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful IDs</source>
        <translation>
            <numerusform>%Ln ID dudoso</numerusform>
            <numerusform>%Ln ID dudosos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hidden</source>
        <translation>1 oculta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln oculta</numerusform>
            <numerusform>%Ln ocultas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 doubtful cell</source>
        <translation>1 celda dudosa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful cells</source>
        <translation>
            <numerusform>%Ln celda dudosa</numerusform>
            <numerusform>%Ln celdas dudosas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change each</source>
        <translation>1 cambio en cada uno</translation>
    </message>
    <message numerus="yes">
        <source>%n changes each</source>
        <translation>
            <numerusform>%n cambio en cada uno</numerusform>
            <numerusform>%n cambios en cada uno</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchOrigin</name>
    <message>
        <source>by ID</source>
        <translation>por ID</translation>
    </message>
    <message>
        <source>from the list</source>
        <translation>de la lista</translation>
    </message>
    <message>
        <source>of a search</source>
        <translation>de una búsqueda</translation>
    </message>
    <message>
        <source>of a table</source>
        <translation>de una tabla</translation>
    </message>
    <message>
        <source>of another batch</source>
        <translation>de otro lote</translation>
    </message>
    <message>
        <source>to be undone</source>
        <translation>por deshacer</translation>
    </message>
    <message>
        <source>of a plan</source>
        <translation>de un plan</translation>
    </message>
</context>
<context>
    <name>BatchOutcome</name>
    <message>
        <source>stored</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>ya estaba así</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>cambiado por otros</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Name of the batch</source>
        <translation>Nombre del lote</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Batch {0}</source>
        <translation>Lote {0}</translation>
    </message>
    <message>
        <source>Tables ({0})</source>
        <translation>Tablas ({0})</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Abrir tabla</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exportar resultados</translation>
    </message>
    <message>
        <source>Plan of a batch (*.json)</source>
        <translation>Plan de un lote (*.json)</translation>
    </message>
    <message>
        <source>Export plan</source>
        <translation>Exportar plan</translation>
    </message>
    <message>
        <source>Not exported. {0}</source>
        <translation>No se exportó. {0}</translation>
    </message>
</context>
<context>
    <name>BatchReport</name>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planificado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Palabras del servidor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Se sabe por</translation>
    </message>
    <message>
        <source>seen on the server</source>
        <translation>visto en el servidor</translation>
    </message>
    <message>
        <source>the server&apos;s good answer</source>
        <translation>respuesta correcta del servidor</translation>
    </message>
    <message>
        <source>said by you</source>
        <translation>dicho por usted</translation>
    </message>
</context>
<context>
    <name>BatchState</name>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planificado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en ejecución</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminado</translation>
    </message>
</context>
<context>
    <name>BatchTabs</name>
    <message>
        <source>Plan of a batch ({0})</source>
        <translation>Plan de un lote ({0})</translation>
    </message>
    <message>
        <source>Open plan from file</source>
        <translation>Abrir plan desde un archivo</translation>
    </message>
    <message>
        <source>This batch is running. Closing pauses it.</source>
        <translation>Este lote está en ejecución. Al cerrarlo queda en pausa.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Pausar y cerrar</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir ejecutando</translation>
    </message>
    <message>
        <source>No batches yet. Ctrl+B begins one.</source>
        <translation>Todavía no hay lotes. Ctrl+B empieza uno.</translation>
    </message>
</context>
<context>
    <name>BatchValue</name>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
</context>
<context>
    <name>BulkTextDialog</name>
    <message>
        <source>Edit as text</source>
        <translation>Editar como texto</translation>
    </message>
    <message>
        <source>Attributes as text</source>
        <translation>Atributos como texto</translation>
    </message>
    <message>
        <source>Lines with errors</source>
        <translation>Líneas con errores</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Keep backslashes</source>
        <translation>Conservar las barras invertidas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Your changes to this text aren&apos;t applied.</source>
        <translation>Sus cambios en este texto no están aplicados.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Close without applying</source>
        <translation>Salir sin aplicar</translation>
    </message>
    <message>
        <source>One name=value per line. Write \n for a line break, \t for a tab, \s for a space at either end, \\ for a backslash, \= for an equals sign in a name.
Table rows, name: value and JSON work too; backslashes in them are plain.
Removing a line removes only new attributes.</source>
        <translation>Un nombre=valor por línea. Escriba \n para un salto de línea, \t para una tabulación, \s para un espacio en un extremo, \\ para una barra invertida y \= para un signo igual en un nombre.
También valen filas de una tabla, nombre: valor y JSON; en esos formatos la barra invertida no tiene un significado especial.
Al quitar una línea solo se quitan atributos nuevos.</translation>
    </message>
    <message>
        <source>Not applied yet. Lines with backslash codes: {0}</source>
        <translation>Aún no se ha aplicado. Líneas con códigos de barra invertida: {0}</translation>
    </message>
    <message>
        <source>Lines with backslashes</source>
        <translation>Líneas con barras invertidas</translation>
    </message>
    <message>
        <source>Attributes applied.</source>
        <translation>Atributos aplicados.</translation>
    </message>
    <message>
        <source>Not applied yet. Lines with errors: {0}</source>
        <translation>Aún no se ha aplicado. Líneas con errores: {0}</translation>
    </message>
</context>
<context>
    <name>BusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Quote in a note</source>
        <translation>Citar en una nota</translation>
    </message>
    <message>
        <source>Search cases with this</source>
        <translation>Buscar casos con esto</translation>
    </message>
    <message>
        <source>Open case {0}</source>
        <translation>Abrir el caso {0}</translation>
    </message>
    <message>
        <source>Write to {0}…</source>
        <translation>Escribir a {0}…</translation>
    </message>
    <message>
        <source>Call {0}…</source>
        <translation>Llamar a {0}…</translation>
    </message>
    <message>
        <source>Open {0}…</source>
        <translation>Abrir {0}…</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Shortened; Ctrl+C copies it all · {0}</source>
        <translation>Recortado; Ctrl+C copia todo · {0}</translation>
    </message>
</context>
<context>
    <name>CaseDocument</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Notes about the contact</source>
        <translation>Notas sobre el contacto</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Left out: {0}. Press Ctrl+Z to undo.</source>
        <translation>Se omitió: {0}. Pulse Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>Tags added: {0}</source>
        <translation>Etiquetas añadidas: {0}</translation>
    </message>
    <message>
        <source>“{0}” already exists.</source>
        <translation>«{0}» ya existe.</translation>
    </message>
    <message>
        <source>Left as it was. Press Ctrl+Z to get your text back.</source>
        <translation>Se dejó como estaba. Pulse Ctrl+Z para recuperar su texto.</translation>
    </message>
    <message>
        <source>Changes discarded. Press Ctrl+Z to undo.</source>
        <translation>Cambios descartados. Pulse Ctrl+Z para deshacer.</translation>
    </message>
</context>
<context>
    <name>CaseFooter</name>
    <message>
        <source>Submitting</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Revisar cambios</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Submit and next</source>
        <translation>Enviar y seguir</translation>
    </message>
</context>
<context>
    <name>CaseLists</name>
    <message>
        <source>Case lists</source>
        <translation>Listas de casos</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Casos recientes</translation>
    </message>
    <message>
        <source>Cases you open appear here.</source>
        <translation>Aquí aparecen los casos que abre.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Sin borradores</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Sign in to save a queue.</source>
        <translation>Inicie sesión para guardar una cola.</translation>
    </message>
    <message>
        <source>You have {0} queues, which is the maximum. Delete one to save another.</source>
        <translation>Tiene {0} colas, que es el máximo. Elimine una para guardar otra.</translation>
    </message>
    <message>
        <source>Drafts {0}</source>
        <translation>Borradores {0}</translation>
    </message>
</context>
<context>
    <name>CasePrompts</name>
    <message>
        <source>Your changes are on the clipboard.</source>
        <translation>Sus cambios están en el portapapeles.</translation>
    </message>
    <message>
        <source>Still checking the server.</source>
        <translation>Se sigue comprobando el servidor.</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>Close case {0}</source>
        <translation>Cerrar el caso {0}</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Cerrar {0}</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>vista previa</translation>
    </message>
    <message>
        <source>Preview: the next case replaces it</source>
        <translation>Vista previa: el caso siguiente la reemplaza</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>no abierto</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
</context>
<context>
    <name>CasesLink</name>
    <message>
        <source>Searches all cases of this contact</source>
        <translation>Busca todos los casos de este contacto</translation>
    </message>
</context>
<context>
    <name>CasesPart</name>
    <message>
        <source>Case ids</source>
        <translation>ID de los casos</translation>
    </message>
    <message>
        <source>IDs, #IDs or links, one per line</source>
        <translation>ID, #ID o enlaces, uno por línea</translation>
    </message>
    <message>
        <source>Paste case IDs or links, one per line</source>
        <translation>Pegue ID o enlaces de casos, uno por línea</translation>
    </message>
    <message>
        <source>From the list</source>
        <translation>De la lista</translation>
    </message>
    <message>
        <source>The marked cases, or all of the search if none or one is marked</source>
        <translation>Los casos marcados, o todos los de la búsqueda si hay uno marcado o ninguno</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Abrir tabla</translation>
    </message>
    <message>
        <source>CSV, TSV, Excel or OpenDocument</source>
        <translation>CSV, TSV, Excel u OpenDocument</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>Cancelar lectura</translation>
    </message>
    <message>
        <source>Remove cases</source>
        <translation>Quitar casos</translation>
    </message>
    <message>
        <source>IDs typed here replace the cases below</source>
        <translation>Los ID que escriba aquí reemplazan los casos de abajo</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguno</translation>
    </message>
    <message>
        <source>Reading the search…</source>
        <translation>Leyendo la búsqueda…</translation>
    </message>
    <message>
        <source>Reading the search: {0}</source>
        <translation>Leyendo la búsqueda: {0}</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Todavía no hay casos</translation>
    </message>
    <message>
        <source>line {0}: “{1}”</source>
        <translation>línea {0}: «{1}»</translation>
    </message>
    <message>
        <source>No case IDs: {0}</source>
        <translation>No son ID de caso: {0}</translation>
    </message>
    <message>
        <source>the rest of the file, which has more rows than a batch may have</source>
        <translation>el resto del archivo, que tiene más filas de las que admite un lote</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Fuera: {0}</translation>
    </message>
</context>
<context>
    <name>CellFlag</name>
    <message>
        <source>A spreadsheet shortened this number.</source>
        <translation>Una hoja de cálculo acortó este número.</translation>
    </message>
    <message>
        <source>More than 15 digits: a spreadsheet may have rounded it.</source>
        <translation>Más de 15 dígitos: una hoja de cálculo pudo haberlo redondeado.</translation>
    </message>
    <message>
        <source>The zeros in front are only shown: the number has none.</source>
        <translation>Los ceros de delante solo se muestran: el número no los tiene.</translation>
    </message>
    <message>
        <source>A spreadsheet turned this into a date.</source>
        <translation>Una hoja de cálculo lo convirtió en fecha.</translation>
    </message>
    <message>
        <source>A formula without a value.</source>
        <translation>Una fórmula sin valor.</translation>
    </message>
    <message>
        <source>A merged cell covers this one: it counts as blank.</source>
        <translation>Una celda combinada cubre esta: cuenta como vacía.</translation>
    </message>
    <message>
        <source>A filter or somebody hid this row.</source>
        <translation>Un filtro o alguien ocultó esta fila.</translation>
    </message>
    <message>
        <source>A character isn&apos;t readable. Choose another encoding.</source>
        <translation>Un carácter no es legible. Elija otra codificación.</translation>
    </message>
    <message>
        <source>This case is in the table twice.</source>
        <translation>Este caso está dos veces en la tabla.</translation>
    </message>
    <message>
        <source>This isn&apos;t a case ID.</source>
        <translation>Esto no es un ID de caso.</translation>
    </message>
    <message>
        <source>A link to another server.</source>
        <translation>Un enlace a otro servidor.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Tag removed</source>
        <translation>Etiqueta quitada</translation>
    </message>
    <message>
        <source>Text of an unreadable row</source>
        <translation>Texto de una fila ilegible</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Etiqueta añadida</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Batch “{0}”</source>
        <translation>Lote «{0}»</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Añadir etiqueta</translation>
    </message>
    <message>
        <source>Don&apos;t add tag {0}</source>
        <translation>No añadir la etiqueta {0}</translation>
    </message>
    <message>
        <source>Tag to remove</source>
        <translation>Etiqueta por quitar</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Quitar etiqueta</translation>
    </message>
    <message>
        <source>Don&apos;t remove tag {0}</source>
        <translation>No quitar la etiqueta {0}</translation>
    </message>
    <message>
        <source>Store a note again where it already stands</source>
        <translation>Registrar de nuevo una nota donde ya está</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Insertar campo</translation>
    </message>
    <message>
        <source>Replaced in each case, such as the contact&apos;s name</source>
        <translation>Se reemplaza en cada caso, como el nombre del contacto</translation>
    </message>
    <message>
        <source>How to set the subject</source>
        <translation>Cómo poner el asunto</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Only where the subject is</source>
        <translation>Solo donde el asunto es</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow notes in batches.</source>
        <translation>Su administrador no permite notas en lotes.</translation>
    </message>
    <message>
        <source>Remove note {0}</source>
        <translation>Quitar la nota {0}</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation>Etiqueta {0}</translation>
    </message>
    <message>
        <source>last change: {0}, {1} ago</source>
        <translation>último cambio: {0}, hace {1}</translation>
    </message>
    <message>
        <source>last change: {0}</source>
        <translation>último cambio: {0}</translation>
    </message>
    <message>
        <source>last change: {0} ago</source>
        <translation>último cambio: hace {0}</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>quitarla</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>añadirla</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>puesta de nuevo</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitada</translation>
    </message>
    <message>
        <source>(doesn&apos;t exist)</source>
        <translation>(no existe)</translation>
    </message>
</context>
<context>
    <name>ConflictGroup</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>A colleague changed this too. Nothing is sent until you choose.</source>
        <translation>Un compañero también lo cambió. No se envía nada hasta que elija.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>{0} of {1} chosen</source>
        <translation>{0} de {1} decididos</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Allow plain &amp;http</source>
        <translation>Permitir &amp;http sin cifrar</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Servidor &amp;proxy</translation>
    </message>
    <message>
        <source>Leave empty to use the system settings. Takes effect at the next start.</source>
        <translation>Déjelo vacío para usar la configuración del sistema. Se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>⚠ Others can then read everything, your access token too. Use it only on a network you trust. Takes effect at the next start.</source>
        <translation>⚠ Otros podrían leerlo todo, incluido su token de acceso. Úselo solo en una red de confianza. Se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Seconds to wait for an answer</source>
        <translation>Tiempo de e&amp;spera (s)</translation>
    </message>
    <message>
        <source>Raise it for a slow server. Takes effect at the next start.</source>
        <translation>Auméntelo para un servidor lento. Se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Refresh the queue every minute</source>
        <translation>Actua&amp;lizar la cola cada minuto</translation>
    </message>
    <message>
        <source>Only while the window is visible.</source>
        <translation>Solo mientras la ventana está visible.</translation>
    </message>
    <message>
        <source>That isn&apos;t a proxy address. Addresses look like http://proxy.example.org:3128.</source>
        <translation>Eso no es la dirección de un proxy. Una dirección es como http://proxy.example.org:3128.</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>client {0}</source>
        <translation>cliente {0}</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>Copiar {0}</translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>no channel</source>
        <translation>sin canal</translation>
    </message>
</context>
<context>
    <name>ContactTree</name>
    <message>
        <source>Contact and profiles</source>
        <translation>Contacto y perfiles</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation>Abrir enlace…</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>received</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Search conversation</source>
        <translation>Buscar en la conversación</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No messages in this case</source>
        <translation>Este caso no tiene mensajes</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy {0}</source>
        <translation>Copiar {0}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CopyCase</name>
    <message>
        <source>Case ID copied.</source>
        <translation>ID del caso copiado.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Enlace copiado.</translation>
    </message>
    <message>
        <source>Summary copied.</source>
        <translation>Resumen copiado.</translation>
    </message>
    <message>
        <source>Copy case ID</source>
        <translation>Copiar ID del caso</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copiar resumen</translation>
    </message>
    <message>
        <source>Copy summary as Markdown</source>
        <translation>Copiar resumen en Markdown</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 change</source>
        <translation>1 cambio</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>1 case as of {0}.</source>
        <translation>1 caso, a las {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases as of {0}.</source>
        <translation>
            <numerusform>%Ln caso, a las {0}.</numerusform>
            <numerusform>%Ln casos, a las {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 caso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation>
            <numerusform>%Ln caso</numerusform>
            <numerusform>%Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 mensaje</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mes</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 requiere su atención</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n requiere su atención</numerusform>
            <numerusform>%n requieren su atención</numerusform>
        </translation>
    </message>
    <message>
        <source>1 case needs you.</source>
        <translation>1 caso requiere su atención.</translation>
    </message>
    <message numerus="yes">
        <source>%n cases need you.</source>
        <translation>
            <numerusform>%n caso requiere su atención.</numerusform>
            <numerusform>%n casos requieren su atención.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 on its way</source>
        <translation>1 envío en camino</translation>
    </message>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation>
            <numerusform>%n envío en camino</numerusform>
            <numerusform>%n envíos en camino</numerusform>
        </translation>
    </message>
    <message>
        <source>1 waiting</source>
        <translation>1 envío en espera</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n envío en espera</numerusform>
            <numerusform>%n envíos en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready again in 1 second.</source>
        <translation>Disponible de nuevo en 1 segundo.</translation>
    </message>
    <message numerus="yes">
        <source>Ready again in %n seconds.</source>
        <translation>
            <numerusform>Disponible de nuevo en %n segundo.</numerusform>
            <numerusform>Disponible de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 sugerencia</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n sugerencia</numerusform>
            <numerusform>%n sugerencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataFile</name>
    <message>
        <source>The file of batches was damaged and set aside as {0}. A new one was created.</source>
        <translation>El archivo de lotes estaba dañado y se apartó como {0}. Se creó uno nuevo.</translation>
    </message>
    <message>
        <source>The data file was replaced while in use. Unsent changes were saved again.</source>
        <translation>El archivo de datos se reemplazó durante el uso. Los cambios no enviados se guardaron de nuevo.</translation>
    </message>
    <message>
        <source>More rows couldn&apos;t be read: {0}. See their text in History.</source>
        <translation>No se pudieron leer más filas: {0}. Vea su texto en el historial.</translation>
    </message>
    <message>
        <source>1 draft</source>
        <translation>1 borrador</translation>
    </message>
    <message>
        <source>{0} drafts</source>
        <translation>{0} borradores</translation>
    </message>
    <message>
        <source>1 submission</source>
        <translation>1 envío</translation>
    </message>
    <message>
        <source>{0} submissions</source>
        <translation>{0} envíos</translation>
    </message>
    <message>
        <source>{0} and {1} were recovered.</source>
        <translation>Se recuperaron {0} y {1}.</translation>
    </message>
    <message>
        <source>No draft or pending submission could be recovered.</source>
        <translation>No se pudo recuperar ningún borrador ni envío pendiente.</translation>
    </message>
    <message>
        <source>{0} was recovered.</source>
        <translation>Se recuperó {0}.</translation>
    </message>
    <message>
        <source>{0} were recovered.</source>
        <translation>Se recuperaron {0}.</translation>
    </message>
    <message>
        <source>No batch could be recovered.</source>
        <translation>No se pudo recuperar ningún lote.</translation>
    </message>
    <message>
        <source>1 batch was recovered.</source>
        <translation>Se recuperó 1 lote.</translation>
    </message>
    <message>
        <source>{0} batches were recovered.</source>
        <translation>Se recuperaron {0} lotes.</translation>
    </message>
    <message>
        <source>A draft of case {0} couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>No se pudo leer un borrador del caso {0}. Se conserva en el archivo de datos; vea su texto en el historial.</translation>
    </message>
    <message>
        <source>A submission of case {0} couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>No se pudo leer un envío del caso {0}. Se conserva en el archivo de datos; vea su texto en el historial.</translation>
    </message>
    <message>
        <source>The template “{0}” couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>No se pudo leer la plantilla «{0}». Se conserva en el archivo de datos; vea su texto en el historial.</translation>
    </message>
    <message>
        <source>Others on this computer can read {0}. Restrict its permissions to yourself.</source>
        <translation>Otras personas que usan este equipo pueden leer {0}. Restrinja los permisos a su usuario.</translation>
    </message>
</context>
<context>
    <name>DatePicker</name>
    <message>
        <source>Choose a date</source>
        <translation>Elegir una fecha</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>a moment</source>
        <translation>un momento</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>DecisionNotices</name>
    <message>
        <source>Case {0} has a conflict.</source>
        <translation>El caso {0} tiene un conflicto.</translation>
    </message>
    <message>
        <source>Case {0} was rejected.</source>
        <translation>El caso {0} fue rechazado.</translation>
    </message>
    <message>
        <source>Case {0} needs your decision.</source>
        <translation>El caso {0} requiere su decisión.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Leave</source>
        <translation>Dejar</translation>
    </message>
    <message>
        <source>Set anyway</source>
        <translation>Poner igualmente</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Quedó registrado</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>{0}: {1} is {2} now, changed since the plan. Planned: “{3}”.</source>
        <translation>{0}: {1} ahora es {2}; cambió desde el plan. Planificado: «{3}».</translation>
    </message>
    <message>
        <source>{0}: not confirmed.</source>
        <translation>{0}: sin confirmar.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>Somebody changed the cases since.</source>
        <translation>Alguien cambió los casos desde entonces.</translation>
    </message>
    <message>
        <source>✓ {0} is there.</source>
        <translation>✓ {0}: está.</translation>
    </message>
    <message>
        <source>✗ {0} isn&apos;t there.</source>
        <translation>✗ {0}: no está.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be seen.</source>
        <translation>{0}: no se puede ver.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>NOT saved: {0} Nothing is sent.</source>
        <translation>NO se guardó: {0} No se envía nada.</translation>
    </message>
    <message>
        <source>Stored at the server, but NOT noted on this computer: {0} Trying again.</source>
        <translation>Registrado en el servidor, pero NO anotado en este equipo: {0} Se vuelve a intentar.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Your changes return to the draft once it works.</source>
        <translation>NO se guardó: {0} Sus cambios vuelven al borrador cuando funcione.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Still checking the server for your changes.</source>
        <translation>NO se guardó: {0} Se sigue comprobando si sus cambios están en el servidor.</translation>
    </message>
    <message>
        <source>{1} submitted case {0}. It will be sent when {1} signs in.</source>
        <translation>{1} envió el caso {0}. Saldrá cuando {1} inicie sesión.</translation>
    </message>
    <message>
        <source>Not saved{1} Your changes are back in the draft.</source>
        <translation>No se guardó{1} Sus cambios están de nuevo en el borrador.</translation>
    </message>
    <message>
        <source>Changes to case {0} are back in the draft.</source>
        <translation>Los cambios del caso {0} están de nuevo en el borrador.</translation>
    </message>
    <message>
        <source>When you submit again, the server is checked first.</source>
        <translation>Cuando envíe de nuevo, primero se comprueba el servidor.</translation>
    </message>
    <message>
        <source>Checking whether the changes to case {0} are on the server.</source>
        <translation>Comprobando si los cambios del caso {0} están en el servidor.</translation>
    </message>
    <message>
        <source>A colleague changed the same fields of case {0}. Choose which to keep.</source>
        <translation>Un compañero cambió los mismos campos del caso {0}. Elija cuáles mantener.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to send it.</source>
        <translation>El caso {0} está en espera. Inicie sesión para enviarlo.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when the connection is back.</source>
        <translation>{0} El caso {1} se enviará cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>It had just accepted this token, and now says</source>
        <translation>Acababa de aceptar este token y ahora dice</translation>
    </message>
    <message>
        <source>Fields you left to your colleague weren&apos;t sent.</source>
        <translation>Los campos que dejó a su compañero no se enviaron.</translation>
    </message>
    <message>
        <source>Submitted: stored, as you say, at {0}</source>
        <translation>Enviado: registrado, según usted, a las {0}</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0} (this server shows no notes)</source>
        <translation>Enviado: aceptado a las {0} (este servidor no muestra notas)</translation>
    </message>
    <message>
        <source>We couldn&apos;t confirm that the changes to case {0} are on the server.</source>
        <translation>No se pudo confirmar que los cambios del caso {0} estén en el servidor.</translation>
    </message>
    <message>
        <source>Finished ({1}), but NOT noted on this computer: {0} Trying again.</source>
        <translation>Terminado ({1}), pero NO anotado en este equipo: {0} Se vuelve a intentar.</translation>
    </message>
    <message>
        <source>Case {0} was submitted with another token. See Others’ drafts and submissions.</source>
        <translation>El caso {0} se envió con otro token. Vea Borradores y envíos de otros.</translation>
    </message>
    <message>
        <source>{0} Close that one to send case {1}.</source>
        <translation>{0} Ciérrelo para enviar el caso {1}.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when its current state can be read.</source>
        <translation>{0} El caso {1} se enviará cuando se pueda leer su estado actual.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} will be removed when the connection is back.</source>
        <translation>{0} Las etiquetas del caso {1} se quitarán cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be checked when the connection is back.</source>
        <translation>{0} El caso {1} se comprobará cuando vuelva la conexión.</translation>
    </message>
    <message>
        <source>An unconfirmed note of case {0} reached the server.</source>
        <translation>Una nota sin confirmar del caso {0} llegó al servidor.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. Part of it differs on the server.</source>
        <translation>Enviado: aceptado a las {0}. Una parte difiere en el servidor.</translation>
    </message>
    <message>
        <source>Nothing was submitted: case {0} stays as your colleague left it.</source>
        <translation>No se envió nada: el caso {0} queda como lo dejó su compañero.</translation>
    </message>
    <message>
        <source>Submitted: stored at {0}</source>
        <translation>Enviado: registrado a las {0}</translation>
    </message>
    <message>
        <source>{0}: stored, but the server doesn&apos;t show it</source>
        <translation>{0}: registrado, pero el servidor no lo muestra</translation>
    </message>
    <message>
        <source>{0}: the server holds “{1}”</source>
        <translation>{0}: el servidor tiene «{1}»</translation>
    </message>
    <message>
        <source>{1} submitted case {0}. It will be checked when {1} signs in.</source>
        <translation>{1} envió el caso {0}. Se comprobará cuando {1} inicie sesión.</translation>
    </message>
    <message>
        <source>Not sent: changes to case {0} are back in the draft.</source>
        <translation>No se envió: los cambios del caso {0} están de nuevo en el borrador.</translation>
    </message>
    <message>
        <source>Rename these attributes or leave them out, then submit.</source>
        <translation>Cambie el nombre de estos atributos u omítalos, y envíe.</translation>
    </message>
    <message>
        <source>Not saved: {0} accepted the token, but not for case {1}{2}</source>
        <translation>No se guardó: {0} aceptó el token, pero no para el caso {1}{2}</translation>
    </message>
    <message>
        <source>Your changes are back in the draft. Sign in again, then submit.</source>
        <translation>Sus cambios están de nuevo en el borrador. Inicie sesión otra vez y envíe.</translation>
    </message>
    <message>
        <source>You recently took back a similar note. It may be on the server.</source>
        <translation>Hace poco retiró una nota parecida. Es posible que esté en el servidor.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to remove its tags.</source>
        <translation>El caso {0} está en espera. Inicie sesión para quitar sus etiquetas.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to check whether its changes are on the server.</source>
        <translation>El caso {0} está en espera. Inicie sesión para comprobar si sus cambios están en el servidor.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when this works again.</source>
        <translation>{0} El caso {1} se enviará cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} will be removed when this works again.</source>
        <translation>{0} Las etiquetas del caso {1} se quitarán cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be checked when this works again.</source>
        <translation>{0} El caso {1} se comprobará cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>If you can&apos;t close it, restart the computer it runs on.</source>
        <translation>Si no puede cerrarlo, reinicie el equipo en el que está abierto.</translation>
    </message>
    <message>
        <source>{0} asks for another token for case {1}. Sign in to send the rest.</source>
        <translation>{0} pide otro token para el caso {1}. Inicie sesión para enviar lo que falta.</translation>
    </message>
    <message>
        <source>It had just accepted this token.</source>
        <translation>Acababa de aceptar este token.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server doesn&apos;t show it all.</source>
        <translation>Enviado: aceptado a las {0}. El servidor no lo muestra todo.</translation>
    </message>
    <message>
        <source>Case {0} stored at {1}</source>
        <translation>Caso {0} registrado a las {1}</translation>
    </message>
    <message>
        <source>{0}: the server accepted it, but doesn&apos;t show it</source>
        <translation>{0}: el servidor lo aceptó, pero no lo muestra</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>{0} changed the case since.</source>
        <translation>{0} cambió el caso desde entonces.</translation>
    </message>
    <message>
        <source>✓ {0} “{1}” is on the server</source>
        <translation>✓ {0} «{1}»: está en el servidor</translation>
    </message>
    <message>
        <source>✗ {0} “{1}” isn&apos;t on the server</source>
        <translation>✗ {0} «{1}»: no está en el servidor</translation>
    </message>
    <message>
        <source>✗ {0} “{1}” was on the server, but is “{2}” now</source>
        <translation>✗ {0} «{1}»: estaba en el servidor, pero ahora es «{2}»</translation>
    </message>
    <message>
        <source>{0} “{1}”: a new note may be yours: “{2}”</source>
        <translation>{0} «{1}»: una nota nueva puede ser suya: «{2}»</translation>
    </message>
    <message>
        <source>{0} “{1}”: this server shows no notes</source>
        <translation>{0} «{1}»: este servidor no muestra notas</translation>
    </message>
    <message>
        <source>{0} “{1}”: can&apos;t be seen; the server may not show all notes</source>
        <translation>{0} «{1}»: no se puede ver; es posible que el servidor no muestre todas las notas</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NO guardado</translation>
    </message>
    <message>
        <source>Sign in to go on</source>
        <translation>Inicie sesión para continuar</translation>
    </message>
    <message>
        <source>{0}; removing tags</source>
        <translation>{0}; quitando etiquetas</translation>
    </message>
    <message>
        <source>stored; the text differs</source>
        <translation>registrado; el texto difiere</translation>
    </message>
    <message>
        <source>accepted; can&apos;t be verified</source>
        <translation>aceptado; no se puede comprobar</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difiere</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>differs: changed since</source>
        <translation>difiere: cambiado después</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>según usted</translation>
    </message>
    <message>
        <source>theirs; not sent</source>
        <translation>el de su compañero; no enviado</translation>
    </message>
    <message>
        <source>stored in part; the rest is theirs</source>
        <translation>registrado en parte; el resto es de su compañero</translation>
    </message>
    <message>
        <source>taken back; outcome unknown</source>
        <translation>retirado; resultado desconocido</translation>
    </message>
    <message>
        <source>turned up later</source>
        <translation>apareció después</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Requiere su decisión</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>Removing tags…</source>
        <translation>Quitando etiquetas…</translation>
    </message>
    <message>
        <source>Rejected, back in the draft</source>
        <translation>Rechazado, de nuevo en el borrador</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>ok</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fallo</translation>
    </message>
    <message>
        <source>Qt platform</source>
        <translation>Plataforma de Qt</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>sets {0}</source>
        <translation>establece {0}</translation>
    </message>
    <message>
        <source>locks {0}</source>
        <translation>bloquea {0}</translation>
    </message>
    <message>
        <source>describes {0}</source>
        <translation>describe {0}</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>not used here</source>
        <translation>aquí no se usa</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1})</source>
        <translation>no se puede escribir en {0} ({1})</translation>
    </message>
    <message>
        <source>keeps a secret and gives it back</source>
        <translation>guarda un secreto y lo devuelve</translation>
    </message>
    <message>
        <source>none is set; sign in, or name one with --server</source>
        <translation>no hay ninguno; inicie sesión o indique uno con --server</translation>
    </message>
    <message>
        <source>accepted by {0}</source>
        <translation>aceptado por {0}</translation>
    </message>
    <message>
        <source>none is kept for {0}; sign in</source>
        <translation>no hay ninguno guardado para {0}; inicie sesión</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Checking folder, keyring and server</source>
        <translation>Revisando carpeta, llavero y servidor</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permisos</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Close {0}</source>
        <translation>Cerrar {0}</translation>
    </message>
    <message>
        <source>Outbox {0}</source>
        <translation>Bandeja de salida {0}</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
</context>
<context>
    <name>DoubtGroup</name>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Checked {0} times since {1}; last at {2}.</source>
        <translation>Se consultó {0} veces desde las {1}; la última, a las {2}.</translation>
    </message>
    <message>
        <source>Checked {0} times since {1}.</source>
        <translation>Se consultó {0} veces desde las {1}.</translation>
    </message>
</context>
<context>
    <name>DraftStatus</name>
    <message>
        <source>⚠ NOT saved: {0}</source>
        <translation>⚠ NO guardado: {0}</translation>
    </message>
    <message>
        <source>saved as a draft at {0}</source>
        <translation>borrador guardado a las {0}</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing open</source>
        <translation>Nada abierto</translation>
    </message>
    <message>
        <source>open a case by ID or link</source>
        <translation>abrir un caso por ID o enlace</translation>
    </message>
    <message>
        <source>open the first case of the queue</source>
        <translation>abrir el primer caso de la cola</translation>
    </message>
    <message>
        <source>do anything by name</source>
        <translation>buscar cualquier acción por su nombre</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>When (local time)</source>
        <translation>Cuándo (hora local)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Held by the server</source>
        <translation>En el servidor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Server’s message</source>
        <translation>Mensaje del servidor</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>not answered for {0}, since {1}</source>
        <translation>sin respuesta hace {0}, desde el {1}</translation>
    </message>
    <message>
        <source>not answered since {0}</source>
        <translation>sin respuesta desde el {0}</translation>
    </message>
    <message>
        <source>campaign {0}</source>
        <translation>campaña {0}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>reabierto</translation>
    </message>
    <message>
        <source>messages: {0}</source>
        <translation>mensajes: {0}</translation>
    </message>
    <message>
        <source>opened {0} ago, {1}</source>
        <translation>abierto hace {0}, el {1}</translation>
    </message>
    <message>
        <source>opened {0}</source>
        <translation>abierto: {0}</translation>
    </message>
    <message>
        <source>created {0}</source>
        <translation>creado: {0}</translation>
    </message>
    <message>
        <source>first opened {0}</source>
        <translation>abierto por primera vez: {0}</translation>
    </message>
    <message>
        <source>in the inbox {0}</source>
        <translation>en la bandeja de entrada: {0}</translation>
    </message>
    <message>
        <source>updated {0}</source>
        <translation>actualizado: {0}</translation>
    </message>
    <message>
        <source>{0} left to answer</source>
        <translation>tiempo para responder: {0}</translation>
    </message>
    <message>
        <source>overdue by {0}</source>
        <translation>vencido hace {0}</translation>
    </message>
    <message>
        <source>waiting {0}</source>
        <translation>esperando desde hace {0}</translation>
    </message>
    <message>
        <source>updated {0} ago, {1}</source>
        <translation>actualizado hace {0}, el {1}</translation>
    </message>
    <message>
        <source>updated {0} ago</source>
        <translation>actualizado hace {0}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation>No se puede llegar a {0}.</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the certificate of {0}. Nothing was sent. Ask your administrator to correct the server or this computer.</source>
        <translation>Este equipo no confía en el certificado de {0}. No se envió nada. Pida a su administrador que corrija el servidor o este equipo.</translation>
    </message>
    <message>
        <source>{0} would use plain http, which others can read. Use its https address.</source>
        <translation>{0} usaría http sin cifrar, que otros pueden leer. Use su dirección https.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be reached: wrong proxy or certificate settings. Ask your administrator to correct them.</source>
        <translation>No se puede llegar a {0}: configuración de proxy o de certificados incorrecta. Pida a su administrador que la corrija.</translation>
    </message>
    <message>
        <source>{0} didn&apos;t answer in time.</source>
        <translation>{0} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The connection to {0} dropped before it answered.</source>
        <translation>La conexión con {0} se cortó antes de que respondiera.</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>Usted dejó de esperar la respuesta.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in to {0}.</source>
        <translation>No tiene sesión iniciada en {0}.</translation>
    </message>
    <message>
        <source>{0} doesn&apos;t accept the access token</source>
        <translation>{0} no acepta el token de acceso</translation>
    </message>
    <message>
        <source>{0} rejected the request</source>
        <translation>{0} rechazó la solicitud</translation>
    </message>
    <message>
        <source>{0} didn&apos;t confirm the request (error {1})</source>
        <translation>{0} no confirmó la solicitud (error {1})</translation>
    </message>
    <message>
        <source>{0} didn&apos;t confirm the request</source>
        <translation>{0} no confirmó la solicitud</translation>
    </message>
    <message>
        <source>{0} has no such case</source>
        <translation>{0} no tiene ese caso</translation>
    </message>
    <message>
        <source>{0} is busy.</source>
        <translation>{0} está ocupado.</translation>
    </message>
    <message>
        <source>Too large for {0}.</source>
        <translation>Demasiado grande para {0}.</translation>
    </message>
    <message>
        <source>{0} has a problem (error {1})</source>
        <translation>{0} tiene un problema (error {1})</translation>
    </message>
    <message>
        <source>{0} redirects to another address ({1}). This isn&apos;t followed, to protect your token.</source>
        <translation>{0} redirige a otra dirección ({1}). No se sigue, para proteger su token.</translation>
    </message>
    <message>
        <source>The answer from {0} isn&apos;t from a Social Gateway.</source>
        <translation>La respuesta de {0} no es de un Social Gateway.</translation>
    </message>
    <message>
        <source>The answer from {0} exceeds 16 MB. It wasn&apos;t read.</source>
        <translation>La respuesta de {0} supera los 16 MB. No se leyó.</translation>
    </message>
    <message>
        <source>{0} sent a compressed answer, which isn&apos;t supported.</source>
        <translation>{0} envió una respuesta comprimida, que no se admite.</translation>
    </message>
    <message>
        <source>{0} answered with another case.</source>
        <translation>{0} respondió con otro caso.</translation>
    </message>
    <message>
        <source>The batch was paused before this was sent.</source>
        <translation>El lote se pausó antes de que esto se enviara.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow changing many cases at once.</source>
        <translation>Su administrador no permite cambiar muchos casos a la vez.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow batches of so many cases. Make smaller ones.</source>
        <translation>Su administrador no permite lotes de tantos casos. Haga lotes más pequeños.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow notes in batches. Make the plan again.</source>
        <translation>Su administrador no permite notas en lotes. Haga el plan de nuevo.</translation>
    </message>
    <message>
        <source>This batch is for cases of {0}. Show that server in the list.</source>
        <translation>Este lote es para casos de {0}. Muestre ese servidor en la lista.</translation>
    </message>
    <message>
        <source>The case wasn&apos;t opened.</source>
        <translation>No se ha abierto el caso.</translation>
    </message>
    <message>
        <source>A cache answered instead of {0}.</source>
        <translation>Una caché respondió en lugar de {0}.</translation>
    </message>
    <message>
        <source>NOT saved: {0}</source>
        <translation>NO se guardó: {0}</translation>
    </message>
    <message>
        <source>The data folder is open in another Case Editor.</source>
        <translation>La carpeta de datos está abierta en otro Case Editor.</translation>
    </message>
    <message>
        <source>The case no longer matches the search of the batch. Nothing was sent.</source>
        <translation>El caso ya no cumple la búsqueda del lote. No se envió nada.</translation>
    </message>
    <message>
        <source>These names are reserved: {0}.</source>
        <translation>Estos nombres están reservados: {0}.</translation>
    </message>
    <message>
        <source>Something went wrong; see the log for details.</source>
        <translation>Algo falló; consulte los detalles en el registro.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in.</source>
        <translation>No tiene sesión iniciada.</translation>
    </message>
    <message>
        <source>The conversation can&apos;t be shown; the case isn&apos;t affected.</source>
        <translation>La conversación no se puede mostrar; el caso no se ve afectado.</translation>
    </message>
    <message>
        <source>Change the filters and search again, or refresh the list.</source>
        <translation>Cambie los filtros y busque de nuevo, o actualice la lista.</translation>
    </message>
    <message>
        <source>Contacts can&apos;t be offered.</source>
        <translation>No se pueden ofrecer contactos.</translation>
    </message>
    <message>
        <source>This may be out of date; your changes are still here.</source>
        <translation>Esto puede no estar al día; sus cambios siguen aquí.</translation>
    </message>
    <message>
        <source>Nothing was sent. Your changes are still here: submit again later.</source>
        <translation>No se envió nada. Sus cambios siguen aquí: envíelos de nuevo más tarde.</translation>
    </message>
    <message>
        <source>Your changes are still here.</source>
        <translation>Sus cambios siguen aquí.</translation>
    </message>
    <message>
        <source>We couldn&apos;t confirm that your changes are on the server. They are still here: reload the case before you submit again.</source>
        <translation>No se pudo confirmar que sus cambios estén en el servidor. Siguen aquí: vuelva a cargar el caso antes de enviar otra vez.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>the disk is full.</source>
        <translation>el disco está lleno.</translation>
    </message>
    <message>
        <source>the data folder can&apos;t be written to.</source>
        <translation>no se puede escribir en la carpeta de datos.</translation>
    </message>
    <message>
        <source>another program is using the data file.</source>
        <translation>otro programa está usando el archivo de datos.</translation>
    </message>
    <message>
        <source>the data file is damaged; it was set aside.</source>
        <translation>el archivo de datos está dañado; se apartó.</translation>
    </message>
    <message>
        <source>the data file is from a newer version of Case Editor.</source>
        <translation>el archivo de datos es de una versión más nueva de Case Editor.</translation>
    </message>
    <message>
        <source>another program has submitted or discarded this draft. Reload the case.</source>
        <translation>otro programa ya envió o descartó este borrador. Vuelva a cargar el caso.</translation>
    </message>
    <message>
        <source>pending submissions couldn&apos;t be read yet. Submit again in a moment.</source>
        <translation>aún no se han podido leer los envíos pendientes. Vuelva a enviar en un momento.</translation>
    </message>
    <message>
        <source>the data file can&apos;t be used.</source>
        <translation>el archivo de datos no se puede usar.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>nombre de pila</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>apellido</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>client ID</source>
        <translation>ID de cliente</translation>
    </message>
    <message>
        <source>CRM ID</source>
        <translation>ID de CRM</translation>
    </message>
    <message>
        <source>nick name</source>
        <translation>apodo</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>casos</translation>
    </message>
    <message>
        <source>page</source>
        <translation>página</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>created</source>
        <translation>creado</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>actualizado</translation>
    </message>
    <message>
        <source>updated by</source>
        <translation>actualizado por</translation>
    </message>
    <message>
        <source>external ID</source>
        <translation>ID externo</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>nombre de usuario</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>about</source>
        <translation>acerca de</translation>
    </message>
    <message>
        <source>location</source>
        <translation>ubicación</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>género</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>seguidores</translation>
    </message>
    <message>
        <source>following</source>
        <translation>seguidos</translation>
    </message>
    <message>
        <source>Nothing was pasted: at most {0} characters fit here.</source>
        <translation>No se pegó nada: aquí caben {0} caracteres como máximo.</translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no text on the clipboard.</source>
        <translation>No se pegó nada: no hay texto en el portapapeles.</translation>
    </message>
    <message>
        <source>Too long: at most {0} characters fit here.</source>
        <translation>Demasiado largo: aquí caben {0} caracteres como máximo.</translation>
    </message>
</context>
<context>
    <name>FieldConflict</name>
    <message>
        <source>Mine</source>
        <translation>Mío</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Mantener lo mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Del compañero</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar lo del compañero</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>sin decidir</translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>Antes:</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
    <message>
        <source>(didn&apos;t exist)</source>
        <translation>(no existía)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
</context>
<context>
    <name>FieldOffers</name>
    <message>
        <source>Open or search</source>
        <translation>Abrir o buscar</translation>
    </message>
    <message>
        <source>Search the server: {0}</source>
        <translation>Buscar en el servidor: {0}</translation>
    </message>
    <message>
        <source>Looking for contacts…</source>
        <translation>Buscando contactos…</translation>
    </message>
    <message>
        <source>Open case {0}</source>
        <translation>Abrir el caso {0}</translation>
    </message>
    <message>
        <source>Open {0} cases</source>
        <translation>Abrir {0} casos</translation>
    </message>
    <message>
        <source>Contact “{0}” → cases</source>
        <translation>Contacto «{0}» → casos</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>permitido</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>“{0}” is required. Give it a value.</source>
        <translation>«{0}» es obligatorio. Escriba un valor.</translation>
    </message>
    <message>
        <source>“{0}” takes a whole number, like 42.</source>
        <translation>«{0}» lleva un número entero, como 42.</translation>
    </message>
    <message>
        <source>“{0}” takes a number, like 12.5.</source>
        <translation>«{0}» lleva un número, como 12,5.</translation>
    </message>
    <message>
        <source>“{0}” takes a date, like 2026-11-30 or 30/11/2026.</source>
        <translation>«{0}» lleva una fecha, como 2026-11-30 o 30/11/2026.</translation>
    </message>
    <message>
        <source>“{0}” takes yes or no.</source>
        <translation>«{0}» lleva sí o no.</translation>
    </message>
    <message>
        <source>“{0}” takes one of these values: {1}</source>
        <translation>«{0}» lleva uno de estos valores: {1}</translation>
    </message>
    <message>
        <source>Write “{0}” like this: {1}</source>
        <translation>Escriba «{0}» así: {1}</translation>
    </message>
    <message>
        <source>“{0}” doesn&apos;t fit its pattern. Ask your administrator for the form.</source>
        <translation>«{0}» no se ajusta a su patrón. Pida la forma correcta a su administrador.</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Obligatorio.</translation>
    </message>
    <message>
        <source>Attribute: {0}</source>
        <translation>Atributo: {0}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>y {0} más</translation>
    </message>
    <message>
        <source>The policy file {0} has invalid fields. Tell your administrator.</source>
        <translation>El archivo de políticas {0} tiene campos no válidos. Avise a su administrador.</translation>
    </message>
    <message>
        <source>Field {0}, “{1}”: {2}</source>
        <translation>Campo {0}, «{1}»: {2}</translation>
    </message>
    <message>
        <source>Field {0}: {1}</source>
        <translation>Campo {0}: {1}</translation>
    </message>
    <message>
        <source>“fields” can&apos;t be read.</source>
        <translation>«fields» no se puede leer.</translation>
    </message>
    <message>
        <source>“fields” isn&apos;t a list.</source>
        <translation>«fields» no es una lista.</translation>
    </message>
    <message>
        <source>“fields” has more than {0} fields; the others aren&apos;t used.</source>
        <translation>«fields» tiene más de {0} campos; los demás no se usan.</translation>
    </message>
    <message>
        <source>isn&apos;t an object with a name.</source>
        <translation>no es un objeto con nombre.</translation>
    </message>
    <message>
        <source>the name is missing, or begins or ends with a space.</source>
        <translation>falta el nombre, o empieza o termina con un espacio.</translation>
    </message>
    <message>
        <source>the name is reserved.</source>
        <translation>el nombre está reservado.</translation>
    </message>
    <message>
        <source>the name was used before.</source>
        <translation>el nombre ya se usó antes.</translation>
    </message>
    <message>
        <source>the key “{0}” is unknown.</source>
        <translation>la clave «{0}» es desconocida.</translation>
    </message>
    <message>
        <source>the value of “{0}” has a wrong type or length.</source>
        <translation>el valor de «{0}» tiene un tipo o una longitud incorrectos.</translation>
    </message>
    <message>
        <source>the kind “{0}” is unknown.</source>
        <translation>el tipo «{0}» es desconocido.</translation>
    </message>
    <message>
        <source>a choice needs “values”.</source>
        <translation>el tipo «choice» necesita «values».</translation>
    </message>
    <message>
        <source>yes/no takes two “values”, first the one for yes.</source>
        <translation>el tipo «yes/no» lleva dos «values», primero el de sí.</translation>
    </message>
    <message>
        <source>the allowed value “{0}” doesn&apos;t fit the kind.</source>
        <translation>el valor permitido «{0}» no corresponde al tipo.</translation>
    </message>
    <message>
        <source>the key “pattern” is missing.</source>
        <translation>falta la clave «pattern».</translation>
    </message>
    <message>
        <source>a “pattern” needs the kind “pattern”.</source>
        <translation>«pattern» necesita el tipo «pattern».</translation>
    </message>
    <message>
        <source>the pattern “{0}” is invalid, too large, or uses look-around.</source>
        <translation>el patrón «{0}» no es válido, es demasiado grande o usa condiciones de contexto (look-around).</translation>
    </message>
    <message>
        <source>patterns can&apos;t be checked on this computer.</source>
        <translation>los patrones no se pueden comprobar en este equipo.</translation>
    </message>
    <message>
        <source>a hidden field can&apos;t be required.</source>
        <translation>un campo oculto no puede ser obligatorio.</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>The disk is full: free some space, or choose another disk.</source>
        <translation>El disco está lleno: libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>It is open in another program: close it there, then try again.</source>
        <translation>Está abierto en otro programa: ciérrelo allí y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Its folder is gone: choose another folder.</source>
        <translation>Su carpeta ya no existe: elija otra carpeta.</translation>
    </message>
    <message>
        <source>A folder has this name: choose another name.</source>
        <translation>Una carpeta tiene ese nombre: elija otro nombre.</translation>
    </message>
    <message>
        <source>The name isn&apos;t allowed here: choose another name.</source>
        <translation>Ese nombre no se permite aquí: elija otro.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{0} already exists. Replace it?</source>
        <translation>{0} ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Reemplazar archivo</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Has tag</source>
        <translation>Tiene etiqueta</translation>
    </message>
    <message>
        <source>Doesn&apos;t have tag</source>
        <translation>No tiene etiqueta</translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation>ID de contacto</translation>
    </message>
    <message>
        <source>Campaign ID</source>
        <translation>ID de campaña</translation>
    </message>
    <message>
        <source>Created since</source>
        <translation>Creado desde</translation>
    </message>
    <message>
        <source>Updated since</source>
        <translation>Actualizado desde</translation>
    </message>
    <message>
        <source>Only the first {0} of {1} combinations of states and channels are searched.</source>
        <translation>Solo se buscan las primeras {0} de {1} combinaciones de estados y canales.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>+ Filter</source>
        <translation>+ Filtro</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Añadir filtro</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Guardar cambios</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Remove filter {0}</source>
        <translation>Quitar filtro {0}</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Save queue {0}</source>
        <translation>Guardar la cola {0}</translation>
    </message>
    <message>
        <source>Reset queue {0}</source>
        <translation>Restablecer la cola {0}</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>Más filtros…</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>el asunto</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>las etiquetas</translation>
    </message>
    <message>
        <source>the new tag</source>
        <translation>la etiqueta nueva</translation>
    </message>
    <message>
        <source>the notes</source>
        <translation>las notas</translation>
    </message>
    <message>
        <source>the attributes</source>
        <translation>los atributos</translation>
    </message>
    <message>
        <source>the new note</source>
        <translation>la nota nueva</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation>la conversación</translation>
    </message>
    <message>
        <source>the contact</source>
        <translation>el contacto</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in case</source>
        <translation>Buscar en el caso</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Cerrar búsqueda</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>{0} of {1}, in {2}</source>
        <translation>{0} de {1}, en {2}</translation>
    </message>
</context>
<context>
    <name>Flaw</name>
    <message>
        <source>Nothing would change. Enter a change first.</source>
        <translation>Nada cambiaría. Escriba antes un cambio.</translation>
    </message>
    <message>
        <source>An attribute has no name. Enter one.</source>
        <translation>Un atributo no tiene nombre. Escríbalo.</translation>
    </message>
    <message>
        <source>“{0}” is reserved. Choose another name.</source>
        <translation>«{0}» está reservado. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“{0}” is set twice. Remove one of the rules.</source>
        <translation>«{0}» se pone dos veces. Quite una de las reglas.</translation>
    </message>
    <message>
        <source>“{0}” has no value. Enter one, or choose Set to empty.</source>
        <translation>«{0}» no tiene valor. Escríbalo, o elija Vaciar.</translation>
    </message>
    <message>
        <source>The subject has no text. Enter one, or choose Set to empty.</source>
        <translation>El asunto no tiene texto. Escríbalo, o elija Vaciar.</translation>
    </message>
    <message>
        <source>Tag “{0}” is both added and removed. Decide for one.</source>
        <translation>La etiqueta «{0}» se añade y se quita. Decida una de las dos.</translation>
    </message>
    <message>
        <source>“{0}” is also a field of the case itself. Check the name.</source>
        <translation>«{0}» también es un campo del propio caso. Revise el nombre.</translation>
    </message>
    <message>
        <source>“{0}” begins or ends with a space. Check the name.</source>
        <translation>«{0}» empieza o termina con un espacio. Revise el nombre.</translation>
    </message>
    <message>
        <source>“{0}” has invisible characters. Check it.</source>
        <translation>«{0}» tiene caracteres invisibles. Revíselo.</translation>
    </message>
    <message>
        <source>No such field: {0}. Correct it, or write {{ for a brace.</source>
        <translation>No existe el campo: {0}. Corríjalo, o escriba {{ para una llave.</translation>
    </message>
    <message>
        <source>“{0}” is a new attribute. Did you mean “{1}”?</source>
        <translation>«{0}» es un atributo nuevo. ¿Quiso decir «{1}»?</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Nothing was sent. The notes name {0}, but this is case {1}. Is this the right case?</source>
        <translation>No se envió nada. Las notas mencionan {0}, pero este es el caso {1}. ¿Es el caso correcto?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names case {0}, but this is case {1}. Is this the right case?</source>
        <translation>No se envió nada. Una nota menciona el caso {0}, pero este es el caso {1}. ¿Es el caso correcto?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names {0}, the contact of case {1}, but this is case {2}. Is this the right case?</source>
        <translation>No se envió nada. Una nota menciona a {0}, contacto del caso {1}, pero este es el caso {2}. ¿Es el caso correcto?</translation>
    </message>
    <message>
        <source>Nothing was sent. Unknown fields of a template: {0}.</source>
        <translation>No se envió nada. Campos desconocidos de una plantilla: {0}.</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Close it, then try again. If you start anyway, nothing is sent until it closes.</source>
        <translation>Ciérrelo e inténtelo de nuevo. Si inicia de todos modos, no se envía nada hasta que el otro se cierre.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Iniciar de todos modos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Case Editor is open on another computer: {0}.</source>
        <translation>Case Editor está abierto en otro equipo: {0}.</translation>
    </message>
    <message>
        <source>Case Editor is already open, but isn&apos;t responding.</source>
        <translation>Case Editor ya está abierto, pero no responde.</translation>
    </message>
    <message>
        <source>Process {0} is using the data folder.</source>
        <translation>El proceso {0} está usando la carpeta de datos.</translation>
    </message>
    <message>
        <source>It has been using the data folder since {0}.</source>
        <translation>Usa la carpeta de datos desde {0}.</translation>
    </message>
    <message>
        <source>Process {0} has been using the data folder since {1}.</source>
        <translation>El proceso {0} usa la carpeta de datos desde {1}.</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Shortcuts…</source>
        <translation>Atajos de teclado…</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnóstico…</translation>
    </message>
    <message>
        <source>Data folders…</source>
        <translation>Carpetas de datos…</translation>
    </message>
    <message>
        <source>Known limitations…</source>
        <translation>Limitaciones conocidas…</translation>
    </message>
    <message>
        <source>About Case Editor</source>
        <translation>Acerca de Case Editor</translation>
    </message>
    <message>
        <source>Known limitations</source>
        <translation>Limitaciones conocidas</translation>
    </message>
    <message>
        <source>Case Editor {0}
An editor for the support cases of Social Gateway.</source>
        <translation>Case Editor {0}
Un editor de los casos de soporte de Social Gateway.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>Case ID or any text</source>
        <translation>ID de caso o cualquier texto</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Lo que se envió</translation>
    </message>
    <message>
        <source>Open batch</source>
        <translation>Abrir lote</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Vaciar historial</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The history couldn&apos;t be cleared. Try again.</source>
        <translation>No se pudo vaciar el historial. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The history can&apos;t be read.</source>
        <translation>El historial no se puede leer.</translation>
    </message>
    <message>
        <source>No matches. Search for a case ID or any text.</source>
        <translation>Sin resultados. Busque el ID de un caso o cualquier texto.</translation>
    </message>
    <message>
        <source>Nothing submitted or discarded yet</source>
        <translation>Todavía no se ha enviado ni descartado nada</translation>
    </message>
    <message>
        <source>The server said: “{0}”</source>
        <translation>El servidor dijo: «{0}»</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Exportar el historial</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>; the server held “{0}”</source>
        <translation>; el servidor tenía «{0}»</translation>
    </message>
    <message>
        <source>Lost on the disk: {0}</source>
        <translation>Perdidos en el disco: {0}</translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation>Motivo: {0}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>How</name>
    <message>
        <source>Set</source>
        <translation>Poner</translation>
    </message>
    <message>
        <source>Set only where empty</source>
        <translation>Poner solo donde está vacío</translation>
    </message>
    <message>
        <source>Set only where it is…</source>
        <translation>Poner solo donde es…</translation>
    </message>
    <message>
        <source>Set to empty</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>Inserting</name>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>El caso {0} todavía se está cargando.</translation>
    </message>
    <message>
        <source>“{0}” inserted. Press Ctrl+Z to undo.</source>
        <translation>«{0}» insertada. Pulse Ctrl+Z para deshacer.</translation>
    </message>
    <message>
        <source>“{0}” changes nothing.</source>
        <translation>«{0}» no cambia nada.</translation>
    </message>
    <message>
        <source>Unknown fields: {0}.</source>
        <translation>Campos desconocidos: {0}.</translation>
    </message>
    <message>
        <source>Empty in this case: {0}.</source>
        <translation>Vacío en este caso: {0}.</translation>
    </message>
    <message>
        <source>Attributes that can&apos;t be set here: {0}.</source>
        <translation>Atributos que no se pueden cambiar aquí: {0}.</translation>
    </message>
    <message>
        <source>“{0}” inserted, but not submitted. {1}</source>
        <translation>«{0}» insertada, pero no enviada. {1}</translation>
    </message>
    <message>
        <source>“{0}” inserted. {1}</source>
        <translation>«{0}» insertada. {1}</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>The data folder is free. Sending continues.</source>
        <translation>La carpeta de datos está libre. El envío continúa.</translation>
    </message>
    <message>
        <source>The data folder is open in another Case Editor. Close that one to send.</source>
        <translation>La carpeta de datos está abierta en otro Case Editor. Ciérrelo para enviar.</translation>
    </message>
    <message>
        <source>The data folder can&apos;t be locked: {0}. Open it on one computer only.</source>
        <translation>No se puede bloquear la carpeta de datos: {0}. Ábrala en un solo equipo.</translation>
    </message>
    <message>
        <source>Links and second starts can&apos;t reach this window: {0}. Open cases in it.</source>
        <translation>Los enlaces y otros inicios no llegan a esta ventana: {0}. Abra los casos en ella.</translation>
    </message>
</context>
<context>
    <name>KeptFile</name>
    <message>
        <source>Backup before an upgrade</source>
        <translation>Copia anterior a una actualización</translation>
    </message>
    <message>
        <source>Damaged file set aside</source>
        <translation>Archivo dañado apartado</translation>
    </message>
    <message>
        <source>{0} old</source>
        <translation>hace {0}</translation>
    </message>
    <message>
        <source>An older data file may hold the same texts. Delete it too?</source>
        <translation>Un archivo de datos anterior puede contener los mismos textos. ¿Eliminarlo también?</translation>
    </message>
    <message>
        <source>{0} older data files may hold the same texts. Delete them too?</source>
        <translation>{0} archivos de datos anteriores pueden contener los mismos textos. ¿Eliminarlos también?</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Vaciar historial</translation>
    </message>
    <message>
        <source>Clear and delete files</source>
        <translation>Vaciar y eliminar los archivos</translation>
    </message>
    <message>
        <source>Clear only the history</source>
        <translation>Vaciar solo el historial</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>This computer has no keyring service.</source>
        <translation>Este equipo no tiene servicio de llavero.</translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation>El llavero del sistema está bloqueado.</translation>
    </message>
    <message>
        <source>The system keyring didn&apos;t answer.</source>
        <translation>El llavero del sistema no respondió.</translation>
    </message>
    <message>
        <source>The system keyring rejected the request.</source>
        <translation>El llavero del sistema rechazó la solicitud.</translation>
    </message>
    <message>
        <source>The token is used for this session only.</source>
        <translation>El token se usa solo en esta sesión.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Messages and notes</source>
        <translation>Mensajes y notas</translation>
    </message>
    <message>
        <source>Lists of cases</source>
        <translation>Listas de casos</translation>
    </message>
    <message>
        <source>Searches in a case</source>
        <translation>Búsquedas en un caso</translation>
    </message>
    <message>
        <source>Subject, notes, templates</source>
        <translation>Asunto, notas, plantillas</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Editar la celda</translation>
    </message>
    <message>
        <source>New line in the value</source>
        <translation>Salto de línea en el valor</translation>
    </message>
    <message>
        <source>Cancel editing the value</source>
        <translation>Cancelar la edición del valor</translation>
    </message>
    <message>
        <source>Next editable cell; out after the last one</source>
        <translation>Celda editable siguiente; después de la última, salir</translation>
    </message>
    <message>
        <source>Previous editable cell</source>
        <translation>Celda editable anterior</translation>
    </message>
    <message>
        <source>Leave the attributes</source>
        <translation>Salir de los atributos</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Atributo nuevo</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Pin to the top, or unpin</source>
        <translation>Fijar arriba o desfijar</translation>
    </message>
    <message>
        <source>Empty the selected values</source>
        <translation>Vaciar los valores seleccionados</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Move in the text</source>
        <translation>Moverse por el texto</translation>
    </message>
    <message>
        <source>Select text by character and line</source>
        <translation>Seleccionar texto por carácter y por línea</translation>
    </message>
    <message>
        <source>Select text by word</source>
        <translation>Seleccionar texto por palabra</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>Seleccionar hasta el fin de la línea</translation>
    </message>
    <message>
        <source>Select to the end of the text</source>
        <translation>Seleccionar hasta el fin del texto</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Seleccionar todo el texto</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole text</source>
        <translation>Copiar la selección o todo el texto</translation>
    </message>
    <message>
        <source>Open the link, address or number at the cursor</source>
        <translation>Abrir el enlace, la dirección o el número en el cursor</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Quitar la selección</translation>
    </message>
    <message>
        <source>Edit the pending note</source>
        <translation>Editar la nota pendiente</translation>
    </message>
    <message>
        <source>Move the pending note up</source>
        <translation>Subir la nota pendiente</translation>
    </message>
    <message>
        <source>Move the pending note down</source>
        <translation>Bajar la nota pendiente</translation>
    </message>
    <message>
        <source>Remove the pending note</source>
        <translation>Quitar la nota pendiente</translation>
    </message>
    <message>
        <source>Insert a template by name</source>
        <translation>Insertar una plantilla por su nombre</translation>
    </message>
    <message>
        <source>Next misspelled word</source>
        <translation>Siguiente palabra mal escrita</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Open the selection</source>
        <translation>Abrir la selección</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Insert the template of that number</source>
        <translation>Insertar la plantilla de ese número</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Diálogos</translation>
    </message>
    <message>
        <source>Cancel and close</source>
        <translation>Cancelar y cerrar</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
</context>
<context>
    <name>LearnedOffers</name>
    <message>
        <source>on this case</source>
        <translation>en este caso</translation>
    </message>
    <message>
        <source>in 1 case</source>
        <translation>en 1 caso</translation>
    </message>
    <message>
        <source>in {0} cases</source>
        <translation>en {0} casos</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Your changes in case {0} are NOT saved. Closing loses them.</source>
        <translation>Sus cambios en el caso {0} NO están guardados. Al cerrar se pierden.</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NO guardado</translation>
    </message>
    <message>
        <source>Close and lose changes</source>
        <translation>Cerrar y perder los cambios</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Copy changes and close</source>
        <translation>Copiar cambios y cerrar</translation>
    </message>
    <message>
        <source>What you typed last in batch {0} is NOT saved. Closing loses it.</source>
        <translation>Lo último que escribió en el lote {0} NO está guardado. Al cerrar se pierde.</translation>
    </message>
    <message>
        <source>This data is from a newer version of Case Editor. It stays unchanged, and this version closes. Install the newer version, or start this one with another folder (--data-dir).</source>
        <translation>Estos datos son de una versión más nueva de Case Editor. No se modifican, y esta versión se cierra. Instale la versión más nueva, o inicie esta con otra carpeta (--data-dir).</translation>
    </message>
    <message>
        <source>Newer data</source>
        <translation>Datos más nuevos</translation>
    </message>
    <message>
        <source>Close Case Editor</source>
        <translation>Cerrar Case Editor</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>The interface of Social Gateway has no versions or request IDs. Where a result is uncertain, you are asked and shown the facts.</source>
        <translation>La API de Social Gateway no tiene versiones ni identificadores de solicitudes. Si un resultado es incierto, se le pregunta y se le muestran los hechos.</translation>
    </message>
    <message>
        <source>• Your note can&apos;t be told from a colleague&apos;s identical note under your user name, or on a server that doesn&apos;t say who you are.</source>
        <translation>• Su nota no se puede distinguir de una nota idéntica que un compañero haya escrito con su mismo usuario, ni en un servidor que no dice quién es usted.</translation>
    </message>
    <message>
        <source>• On a server that shows no notes, a note counts as accepted, never as stored: it can&apos;t be checked.</source>
        <translation>• En un servidor que no muestra notas, una nota se da por aceptada, nunca por registrada: no se puede comprobar.</translation>
    </message>
    <message>
        <source>• If a server saves only part of a request, only the part that it shows is known.</source>
        <translation>• Si un servidor registra solo una parte de una solicitud, solo se conoce la parte que muestra.</translation>
    </message>
    <message>
        <source>• A colleague&apos;s change of the same field between our last read and our write is overwritten unseen. Every other change is merged with yours, or you are asked.</source>
        <translation>• Si un compañero cambia el mismo campo justo antes de su envío, su cambio se sobrescribe sin aviso. Cualquier otro cambio se combina con los de usted, o se le pregunta.</translation>
    </message>
    <message>
        <source>• A request that reaches the server more than 15 minutes late isn&apos;t waited for. You are told when the case is next read.</source>
        <translation>• Una solicitud que llega al servidor con más de 15 minutos de retraso no se espera. Se le avisa la próxima vez que se lea el caso.</translation>
    </message>
    <message>
        <source>• An attribute can be emptied, not deleted.</source>
        <translation>• Un atributo se puede vaciar, pero no eliminar.</translation>
    </message>
    <message>
        <source>With a stamp (Preferences, Submitting), each submission carries an ID of its own. Where the server shows attributes, a lost answer then leaves no doubt.</source>
        <translation>Con un sello (Preferencias, Envío), cada envío lleva un identificador único. Si el servidor muestra los atributos, así se puede comprobar si llegó aunque se pierda la respuesta.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>¿Abrir este enlace en el navegador?</translation>
    </message>
    <message>
        <source>Write an e-mail? {0}</source>
        <translation>¿Escribir un correo? {0}</translation>
    </message>
    <message>
        <source>Call this number? {0}</source>
        <translation>¿Llamar a este número? {0}</translation>
    </message>
    <message>
        <source>Couldn’t open {0}</source>
        <translation>No se pudo abrir {0}</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>opened {0}</source>
        <translation>abierto: {0}</translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation>guardado: {0}</translation>
    </message>
    <message>
        <source>No cases in this list.</source>
        <translation>No hay casos en esta lista.</translation>
    </message>
    <message>
        <source>This is the first case in this list.</source>
        <translation>Es el primer caso de esta lista.</translation>
    </message>
    <message>
        <source>No more cases in this list.</source>
        <translation>No hay más casos en esta lista.</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Del sistema</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>&amp;Attributes beside the notes</source>
        <translation>&amp;Atributos junto a las notas</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Se aplica en el próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>“System” follows the system setting.</source>
        <translation>«Del sistema» sigue la configuración del sistema.</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Ta&amp;maño del texto</translation>
    </message>
    <message>
        <source>100 % is the system&apos;s own size.</source>
        <translation>100 % es el tamaño del sistema.</translation>
    </message>
    <message>
        <source>For many attributes. Otherwise they are below the contact.</source>
        <translation>Para muchos atributos. Si no, están debajo del contacto.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case Editor</source>
        <translation>Case Editor</translation>
    </message>
    <message>
        <source>Opens when you close the open dialog or menu: {0}</source>
        <translation>Se abre cuando cierre el diálogo o el menú abierto: {0}</translation>
    </message>
    <message>
        <source>Opens when you stop typing: {0}</source>
        <translation>Se abre cuando deje de escribir: {0}</translation>
    </message>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>El caso {0} todavía se está cargando.</translation>
    </message>
    <message>
        <source>Sign in to {0} to search its cases.</source>
        <translation>Inicie sesión en {0} para buscar sus casos.</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abriendo el caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is already open</source>
        <translation>El caso {0} ya está abierto</translation>
    </message>
    <message>
        <source>Case {0} opened</source>
        <translation>Caso {0} abierto</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>Caso {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>{0} stands for a line break.</source>
        <translation>{0} representa un salto de línea.</translation>
    </message>
    <message>
        <source>{0} stands for a line feed (LF).</source>
        <translation>{0} representa un avance de línea (LF).</translation>
    </message>
    <message>
        <source>{0} stands for a carriage return (CR).</source>
        <translation>{0} representa un retorno de carro (CR).</translation>
    </message>
    <message>
        <source>{0} stands for a manual line break (U+000B).</source>
        <translation>{0} representa un salto de línea manual (U+000B).</translation>
    </message>
    <message>
        <source>{0} stands for a page break (U+000C).</source>
        <translation>{0} representa un salto de página (U+000C).</translation>
    </message>
    <message>
        <source>{0} stands for a line separator (U+2028).</source>
        <translation>{0} representa un separador de líneas (U+2028).</translation>
    </message>
    <message>
        <source>{0} stands for a paragraph separator (U+2029).</source>
        <translation>{0} representa un separador de párrafos (U+2029).</translation>
    </message>
    <message>
        <source>{0} stands for half a character, which can&apos;t be sent.</source>
        <translation>{0} representa medio carácter, que no se puede enviar.</translation>
    </message>
    <message>
        <source>{0} stands for an invisible character ({1}).</source>
        <translation>{0} representa un carácter invisible ({1}).</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Cases</source>
        <translation>&amp;Casos</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>Deshacer {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation>Rehacer {0}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation>Recargar el caso</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Cerrar caso</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historial…</translation>
    </message>
    <message>
        <source>Others’ drafts and submissions…</source>
        <translation>Borradores y envíos de otros…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>This server moved…</source>
        <translation>Este servidor cambió de dirección…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Find in case</source>
        <translation>Buscar en el caso</translation>
    </message>
    <message>
        <source>Insert template…</source>
        <translation>Insertar plantilla…</translation>
    </message>
    <message>
        <source>Insert template by number</source>
        <translation>Insertar plantilla por número</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Plantillas…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Revisar cambios</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Submit and next</source>
        <translation>Enviar y seguir</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Paleta de comandos…</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Atributo nuevo</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Pestaña siguiente</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Pestaña anterior</translation>
    </message>
    <message>
        <source>Notes and conversation</source>
        <translation>Notas y conversación</translation>
    </message>
    <message>
        <source>All messages and notes</source>
        <translation>Todos los mensajes y notas</translation>
    </message>
    <message>
        <source>Search for cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Caso siguiente</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Caso anterior</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Actualizar la lista</translation>
    </message>
    <message>
        <source>Change many cases…</source>
        <translation>Cambiar muchos casos…</translation>
    </message>
    <message>
        <source>Open batch…</source>
        <translation>Abrir lote…</translation>
    </message>
    <message>
        <source>Open plan from file…</source>
        <translation>Abrir plan desde un archivo…</translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message>
        <source>Missing: {0}</source>
        <translation>Faltan: {0}</translation>
    </message>
    <message>
        <source>Required attributes that this case lacks. Press to add the first.</source>
        <translation>Atributos obligatorios que este caso no tiene. Pulse para añadir el primero.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>That is the old address. Type the new one.</source>
        <translation>Esa es la dirección anterior. Escriba la nueva.</translation>
    </message>
    <message>
        <source>Paste the access token of the new address.</source>
        <translation>Pegue el token de acceso de la nueva dirección.</translation>
    </message>
    <message>
        <source>Not moved: what you typed isn&apos;t on disk. Save it elsewhere, then try again.</source>
        <translation>No se trasladó: lo escrito no está en el disco. Guárdelo en otro lugar e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Moved to {0}: drafts, history and pending submissions.</source>
        <translation>Trasladado a {0}: borradores, historial y envíos pendientes.</translation>
    </message>
    <message>
        <source>Not moved: the data couldn&apos;t be saved. Try again.</source>
        <translation>No se trasladó: no se pudieron guardar los datos. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Not moved: a submission is being sent. Try again later.</source>
        <translation>No se trasladó: se está enviando algo. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>{0} was used before. Its drafts and history can move to {1}.</source>
        <translation>Antes se usaba {0}. Sus borradores e historial pueden trasladarse a {1}.</translation>
    </message>
</context>
<context>
    <name>MovingDialog</name>
    <message>
        <source>This server moved</source>
        <translation>Este servidor cambió de dirección</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Dirección anterior</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Dirección nueva</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Keep in the system keyring</source>
        <translation>Guardar en el llavero del sistema</translation>
    </message>
    <message>
        <source>Drafts, pending submissions and history move to the new address.</source>
        <translation>Los borradores, los envíos pendientes y el historial se trasladan a la nueva dirección.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Trasladar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nothing to move: no server was used yet.</source>
        <translation>No hay nada que trasladar: aún no se ha usado ningún servidor.</translation>
    </message>
    <message>
        <source>Type the new address.</source>
        <translation>Escriba la dirección nueva.</translation>
    </message>
</context>
<context>
    <name>NoteCards</name>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation>Buscar en las notas</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Quitar nota</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Sends it later ({0})</source>
        <translation>La envía después ({0})</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Sends it earlier ({0})</source>
        <translation>La envía antes ({0})</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escriba una nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Añadir nota</translation>
    </message>
</context>
<context>
    <name>NoteModel</name>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>enviándose</translation>
    </message>
    <message>
        <source>waits for your choice</source>
        <translation>espera su decisión</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>new to you</source>
        <translation>nueva para usted</translation>
    </message>
    <message>
        <source>You, not submitted</source>
        <translation>Usted, sin enviar</translation>
    </message>
    <message>
        <source>about the contact</source>
        <translation>sobre el contacto</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close message</source>
        <translation>Cerrar mensaje</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>y {0} más</translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation>Recargar el caso</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Quedó registrado</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Submit in parts</source>
        <translation>Enviar por partes</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Seguir esperando</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Volver al borrador</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Open it here</source>
        <translation>Abrirlo aquí</translation>
    </message>
    <message>
        <source>Sign in there…</source>
        <translation>Iniciar sesión allí…</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>Escribir un correo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy my changes</source>
        <translation>Copiar mis cambios</translation>
    </message>
    <message>
        <source>Save my changes as…</source>
        <translation>Guardar mis cambios como…</translation>
    </message>
    <message>
        <source>Yes, I did</source>
        <translation>Sí, fui yo</translation>
    </message>
    <message>
        <source>No, I didn’t</source>
        <translation>No, no fui yo</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Trasladarlos</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Guardar de nuevo</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Leave out {0}</source>
        <translation>Omitir {0}</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>updated</source>
        <translation>actualización</translation>
    </message>
    <message>
        <source>created</source>
        <translation>creación</translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation>en la bandeja de entrada</translation>
    </message>
    <message>
        <source>first opened</source>
        <translation>primera apertura</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>última apertura</translation>
    </message>
    <message>
        <source>not answered since</source>
        <translation>sin respuesta desde</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>asunto</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Order: {0}</source>
        <translation>Orden: {0}</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Por vencimiento</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero los más nuevos</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero los más antiguos</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>another token</source>
        <translation>otro token</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Did you type this? Another token left it here. Drafts: {0}. Submissions: {1}.</source>
        <translation>¿Escribió usted esto? Lo dejó aquí otro token. Borradores: {0}. Envíos: {1}.</translation>
    </message>
</context>
<context>
    <name>OthersDialog</name>
    <message>
        <source>Others’ drafts and submissions</source>
        <translation>Borradores y envíos de otros</translation>
    </message>
    <message>
        <source>What they typed</source>
        <translation>Lo que escribieron</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Hacerse cargo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Couldn’t read it. Try again.</source>
        <translation>No se pudo leer. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nobody else left anything for this server.</source>
        <translation>Nadie más dejó nada para este servidor.</translation>
    </message>
    <message>
        <source>Sign in to take it over.</source>
        <translation>Inicie sesión para hacerse cargo.</translation>
    </message>
    <message>
        <source>It is being sent or already finished. Look again later.</source>
        <translation>Se está enviando o ya terminó. Vuelva a mirar más tarde.</translation>
    </message>
    <message>
        <source>It&apos;s gone: somebody used it meanwhile.</source>
        <translation>Ya no está: alguien lo usó mientras tanto.</translation>
    </message>
    <message>
        <source>Case {0} is in your drafts now.</source>
        <translation>El caso {0} está ahora entre sus borradores.</translation>
    </message>
</context>
<context>
    <name>OutboxButton</name>
    <message>
        <source>All changes sent</source>
        <translation>Todos los cambios enviados</translation>
    </message>
    <message>
        <source>Opens the outbox</source>
        <translation>Abre la bandeja de salida</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>All changes sent</source>
        <translation>Todos los cambios enviados</translation>
    </message>
    <message>
        <source>Nothing is sent: the data folder is open in another Case Editor. Close that one.</source>
        <translation>No se envía nada: la carpeta de datos está abierta en otro Case Editor. Ciérrelo.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Quedó registrado</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Seguir esperando</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Volver al borrador</translation>
    </message>
</context>
<context>
    <name>OverwrittenModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Pegado</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>🔒 Your administrator has set this.</source>
        <translation>🔒 Su administrador fijó este ajuste.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>case</source>
        <translation>caso</translation>
    </message>
    <message>
        <source>Open case {0}</source>
        <translation>Abrir el caso {0}</translation>
    </message>
    <message>
        <source>template</source>
        <translation>plantilla</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>atributo</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Action, case or template</source>
        <translation>Acción, caso o plantilla</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste attributes</source>
        <translation>Pegar atributos</translation>
    </message>
    <message>
        <source>Attributes that already exist with another value: {0} of {1}</source>
        <translation>Atributos que ya existen con otro valor: {0} de {1}</translation>
    </message>
    <message>
        <source>One line per value, downwards. Values to be replaced: {0} of {1}</source>
        <translation>Una línea por valor, hacia abajo. Valores que se reemplazarán: {0} de {1}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Keep existing</source>
        <translation>Conservar los existentes</translation>
    </message>
    <message>
        <source>Paste all lines into one value</source>
        <translation>Pegar todas las líneas en un solo valor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Values to be replaced</source>
        <translation>Valores que se reemplazarán</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>You paused it. Press Go on to continue.</source>
        <translation>Usted lo puso en pausa. Pulse Continuar para seguir.</translation>
    </message>
    <message>
        <source>A second sample is done. Check it under Results; Go on then sends all the rest.</source>
        <translation>Una segunda muestra está lista. Revísela en Resultados; Continuar envía después todo el resto.</translation>
    </message>
    <message>
        <source>The first rows are done. Check them under Results, then press Go on.</source>
        <translation>Las primeras filas están hechas. Revíselas en Resultados y pulse Continuar.</translation>
    </message>
    <message>
        <source>It was interrupted. Nothing is sent until you press Go on.</source>
        <translation>Se interrumpió. No se envía nada hasta que pulse Continuar.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in. Sign in, then press Go on.</source>
        <translation>No ha iniciado sesión. Iníciela y pulse Continuar.</translation>
    </message>
    <message>
        <source>The server doesn&apos;t allow it. Ask your administrator</source>
        <translation>El servidor no lo permite. Consulte a su administrador</translation>
    </message>
    <message>
        <source>Three rows in a row were rejected. Check the changes, then press Go on or Stop</source>
        <translation>Se rechazaron tres filas seguidas. Revise los cambios y pulse Continuar o Detener</translation>
    </message>
    <message>
        <source>Many rows are rejected. Look at Results, then press Go on or Stop</source>
        <translation>Se rechazan muchas filas. Mire Resultados y pulse Continuar o Detener</translation>
    </message>
    <message>
        <source>A row couldn&apos;t be confirmed. Decide it under Results, or press Go on to check again.</source>
        <translation>Una fila no se pudo confirmar. Decídala en Resultados, o pulse Continuar para comprobarla de nuevo.</translation>
    </message>
    <message>
        <source>The server has become slow. Wait a while, then press Go on.</source>
        <translation>El servidor está lento. Espere un rato y pulse Continuar.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Check the connection, then press Go on.</source>
        <translation>No se puede llegar al servidor. Revise la conexión y pulse Continuar.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be written. Free some space, then press Go on.</source>
        <translation>No se puede escribir en el disco. Libere espacio y pulse Continuar.</translation>
    </message>
    <message>
        <source>Another user is signed in. Sign in as yourself, then press Go on.</source>
        <translation>Otro usuario inició sesión. Inicie la suya y pulse Continuar.</translation>
    </message>
    <message>
        <source>Something went wrong. Press Go on; if it happens again, see the log.</source>
        <translation>Algo salió mal. Pulse Continuar; si vuelve a ocurrir, consulte el registro.</translation>
    </message>
    <message>
        <source>The computer was asleep. Press Go on to continue.</source>
        <translation>El equipo estaba suspendido. Pulse Continuar para seguir.</translation>
    </message>
    <message>
        <source>Only cases with your own drafts or submissions are left. Submit them, then press Go on.</source>
        <translation>Solo quedan casos con borradores o envíos suyos. Envíelos y pulse Continuar.</translation>
    </message>
    <message>
        <source>Another Case Editor holds the data folder. Close it, then press Go on.</source>
        <translation>Otro Case Editor tiene la carpeta de datos. Ciérrelo y pulse Continuar.</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Data folders</source>
        <translation>Carpetas de datos</translation>
    </message>
    <message>
        <source>Settings, drafts, outbox, history, templates</source>
        <translation>Configuración, borradores, bandeja de salida, historial, plantillas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Drafts, outbox, history, templates</source>
        <translation>Borradores, bandeja de salida, historial, plantillas</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>service caseeditor, user {0}</source>
        <translation>servicio caseeditor, usuario {0}</translation>
    </message>
    <message>
        <source>service caseeditor</source>
        <translation>servicio caseeditor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>in memory only: this is the demo</source>
        <translation>solo en la memoria: esta es la demostración</translation>
    </message>
    <message>
        <source>Access token, in the system keyring</source>
        <translation>Token de acceso, en el llavero del sistema</translation>
    </message>
    <message>
        <source>Deleted after as many days as the history, or with Clear history.</source>
        <translation>Se eliminan tras los mismos días que el historial, o al vaciarlo.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open folder: {0}</source>
        <translation>Abrir carpeta: {0}</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>(various)</source>
        <translation>(varios)</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>apartado</translation>
    </message>
    <message>
        <source>{0}, {1} taken out</source>
        <translation>{0}; apartados: {1}</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>Make plan</source>
        <translation>Hacer plan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export plan…</source>
        <translation>Exportar plan…</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planificando</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Take out cases</source>
        <translation>Apartar casos</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Mostrar solicitud</translation>
    </message>
    <message>
        <source>Choose cases and enter changes, then make the plan. It writes nothing.</source>
        <translation>Elija casos, escriba cambios y haga el plan. No escribe nada en el servidor.</translation>
    </message>
    <message>
        <source>The plan shows what would change in each case. It writes nothing.</source>
        <translation>El plan muestra qué cambiaría en cada caso. No escribe nada en el servidor.</translation>
    </message>
    <message>
        <source>being made: {0}</source>
        <translation>en preparación: {0}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguno</translation>
    </message>
    <message>
        <source>taken out {0}</source>
        <translation>apartados {0}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Reponer</translation>
    </message>
    <message>
        <source>Put cases back</source>
        <translation>Reponer casos</translation>
    </message>
    <message>
        <source>Request of case {0}</source>
        <translation>Solicitud del caso {0}</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The policy file {0} is broken; its locks still hold. Tell your administrator.</source>
        <translation>El archivo de políticas {0} está dañado; sus bloqueos siguen vigentes. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The policy file {0} can be written by others; only its locks hold. Tell your administrator.</source>
        <translation>Otros pueden escribir en el archivo de políticas {0}; solo valen sus bloqueos. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The policy file {0} can&apos;t be read; its locks still hold. Tell your administrator.</source>
        <translation>No se puede leer el archivo de políticas {0}; sus bloqueos siguen vigentes. Avise a su administrador.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
</context>
<context>
    <name>PrintCase</name>
    <message>
        <source>No printer is set up.</source>
        <translation>No hay ninguna impresora configurada.</translation>
    </message>
    <message>
        <source>Print case</source>
        <translation>Imprimir caso</translation>
    </message>
    <message>
        <source>Case {0} is with the printer.</source>
        <translation>La impresora tiene el caso {0}.</translation>
    </message>
    <message>
        <source>Case {0} couldn&apos;t be printed.</source>
        <translation>No se pudo imprimir el caso {0}.</translation>
    </message>
    <message>
        <source>The printer didn&apos;t accept the pages. Check that it is on and connected.</source>
        <translation>La impresora no aceptó las páginas. Compruebe que esté encendida y conectada.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>An attribute has a value but no name. Name it, or clear the value.</source>
        <translation>Un atributo tiene valor pero no nombre. Póngale un nombre o borre el valor.</translation>
    </message>
    <message>
        <source>“{0}” is reserved. Choose another name.</source>
        <translation>«{0}» está reservado. Elija otro nombre.</translation>
    </message>
    <message>
        <source>“{0}” already exists. Change that one instead.</source>
        <translation>«{0}» ya existe. Cambie ese.</translation>
    </message>
    <message>
        <source>“{0}” already exists; only capitals or accents differ.</source>
        <translation>«{0}» ya existe; solo difieren mayúsculas o acentos.</translation>
    </message>
    <message>
        <source>“{0}” is a field of the case itself: this may change the case.</source>
        <translation>«{0}» es un campo del caso mismo: esto puede cambiar el caso.</translation>
    </message>
    <message>
        <source>The name “{0}” begins or ends with a space, which is sent too.</source>
        <translation>El nombre «{0}» empieza o termina con un espacio, que también se envía.</translation>
    </message>
    <message>
        <source>The name “{0}” has invisible characters, which are sent too.</source>
        <translation>El nombre «{0}» tiene caracteres invisibles, que también se envían.</translation>
    </message>
</context>
<context>
    <name>PutInDialog</name>
    <message>
        <source>Insert template</source>
        <translation>Insertar plantilla</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar una plantilla</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Plantillas…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No templates yet. Write one under Templates…</source>
        <translation>Todavía no hay plantillas. Escriba una en Plantillas…</translation>
    </message>
    <message>
        <source>Insert and submit</source>
        <translation>Insertar y enviar</translation>
    </message>
    <message>
        <source>New note:</source>
        <translation>Nota nueva:</translation>
    </message>
    <message>
        <source>Subject: {0}</source>
        <translation>Asunto: {0}</translation>
    </message>
    <message>
        <source>Tag kept: {0}</source>
        <translation>Etiqueta conservada: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} (replaces what you typed: {2})</source>
        <translation>{0}: {1} (reemplaza lo que usted escribió: {2})</translation>
    </message>
    <message>
        <source>This template changes nothing in this case.</source>
        <translation>Esta plantilla no cambia nada en este caso.</translation>
    </message>
    <message>
        <source>⚠ Unknown fields stay as written: {0}</source>
        <translation>⚠ Los campos desconocidos quedan como están escritos: {0}</translation>
    </message>
    <message>
        <source>⚠ Empty in this case: {0}</source>
        <translation>⚠ Vacíos en este caso: {0}</translation>
    </message>
    <message>
        <source>⚠ Attributes that can&apos;t be set here: {0}</source>
        <translation>⚠ Atributos que no se pueden cambiar aquí: {0}</translation>
    </message>
    <message>
        <source>Then submits all changes of this case, and goes to the next one.</source>
        <translation>Después envía todos los cambios de este caso y pasa al siguiente.</translation>
    </message>
    <message>
        <source>Not submitted until this is fixed.</source>
        <translation>No se envía hasta que se corrija esto.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>(no subject)</source>
        <translation>(sin asunto)</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>changed since you saw it</source>
        <translation>cambió desde que lo vio</translation>
    </message>
    <message>
        <source>Sign in to see the queue.</source>
        <translation>Inicie sesión para ver la cola.</translation>
    </message>
    <message>
        <source>Loading the queue…</source>
        <translation>Cargando la cola…</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>La cola está vacía.</translation>
    </message>
    <message>
        <source>No loaded case contains “{0}”.</source>
        <translation>Ningún caso cargado contiene «{0}».</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>No hay nada vencido.</translation>
    </message>
    <message>
        <source>Nothing else is due today.</source>
        <translation>Hoy no vence nada más.</translation>
    </message>
    <message>
        <source>Nothing is due later.</source>
        <translation>Después no vence nada.</translation>
    </message>
    <message>
        <source>The queue is still loading.</source>
        <translation>La cola todavía se está cargando.</translation>
    </message>
    <message>
        <source>No more cases with this filter.</source>
        <translation>No hay más casos con este filtro.</translation>
    </message>
    <message>
        <source>No more loaded cases: {0}.</source>
        <translation>No hay más casos cargados: {0}.</translation>
    </message>
    <message>
        <source>Loading… {0}</source>
        <translation>Cargando… {0}</translation>
    </message>
    <message>
        <source>⚠ Not loaded completely. {0}</source>
        <translation>⚠ No se cargó por completo. {0}</translation>
    </message>
    <message>
        <source>⚠ Not refreshed since {0}. {1}</source>
        <translation>⚠ Sin actualizar desde las {0}. {1}</translation>
    </message>
    <message>
        <source>The server rejects this order and uses its own.</source>
        <translation>El servidor rechaza este orden y usa el suyo.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>No vence nada.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>{0} over</source>
        <translation>{0} tarde</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>faltan {0}</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>vencido hace {0}</translation>
    </message>
    <message>
        <source>due in {0}</source>
        <translation>vence en {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} y</source>
        <translation>{0} a</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>{0} overdue</source>
        <translation>{0} vencidos</translation>
    </message>
    <message>
        <source>{0} today</source>
        <translation>{0} hoy</translation>
    </message>
    <message>
        <source>{0} later</source>
        <translation>{0} después</translation>
    </message>
</context>
<context>
    <name>QueueChooser</name>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
    <message>
        <source>{0} (changed)</source>
        <translation>{0} (con cambios)</translation>
    </message>
    <message>
        <source>Queue: {0}</source>
        <translation>Cola: {0}</translation>
    </message>
    <message>
        <source>Delete queue {0}</source>
        <translation>Eliminar la cola {0}</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copiar ID</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Actualizar la lista</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
</context>
<context>
    <name>ReadingTabs</name>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
</context>
<context>
    <name>RememberedModel</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>ResultsPart</name>
    <message>
        <source>Outcome shown</source>
        <translation>Resultado mostrado</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exportar resultados</translation>
    </message>
    <message>
        <source>Undo batch</source>
        <translation>Deshacer lote</translation>
    </message>
    <message>
        <source>New batch of</source>
        <translation>Lote nuevo de</translation>
    </message>
    <message>
        <source>Results appear here once the batch runs.</source>
        <translation>Los resultados aparecen aquí cuando el lote se ejecuta.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguno</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Todos los resultados</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Not sent, skipped or moved</source>
        <translation>Sin enviar, omitidos o cambiados por otros</translation>
    </message>
    <message>
        <source>Rejected of {0}</source>
        <translation>Rechazados de {0}</translation>
    </message>
    <message>
        <source>Unsure of {0}</source>
        <translation>Sin confirmar de {0}</translation>
    </message>
    <message>
        <source>Rest of {0}</source>
        <translation>Resto de {0}</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review changes</source>
        <translation>Revisar cambios</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Volver al caso</translation>
    </message>
    <message>
        <source>Changes in case {0}</source>
        <translation>Cambios en el caso {0}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>y {0} más</translation>
    </message>
    <message>
        <source>Submit in parts</source>
        <translation>Enviar por partes</translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation>Exactamente lo que se envía</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Nothing is sent until this is fixed. Press Submit to go to it.</source>
        <translation>No se envía nada hasta que esto se corrija. Pulse Enviar para ir ahí.</translation>
    </message>
</context>
<context>
    <name>RowPlan</name>
    <message>
        <source>not planned yet</source>
        <translation>aún sin plan</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>cambiará</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>ya estaba así</translation>
    </message>
    <message>
        <source>waits for your draft</source>
        <translation>espera su borrador</translation>
    </message>
    <message>
        <source>no longer matches</source>
        <translation>ya no coincide</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>no permitido</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>no válido</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Only where it is</source>
        <translation>Solo donde es</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Atributo nuevo</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
</context>
<context>
    <name>RunPart</name>
    <message>
        <source>Stop after the first rows</source>
        <translation>Parar tras las primeras filas</translation>
    </message>
    <message>
        <source>After 3 rows, then after 1 percent, for you to look at the results</source>
        <translation>Tras 3 filas y luego tras el 1 por ciento, para que mire los resultados</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> por minuto</translation>
    </message>
    <message>
        <source>At most this many cases a minute</source>
        <translation>Casos por minuto como máximo</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The rest is not sent; a new batch can be made of it</source>
        <translation>El resto no se envía; se puede hacer un lote nuevo con él</translation>
    </message>
    <message>
        <source>Stopping: it waits for the answers in flight. No further case is sent.</source>
        <translation>Deteniendo: espera las respuestas pendientes. No se envía ningún otro caso.</translation>
    </message>
    <message>
        <source>Make the plan first: only what it shows is sent.</source>
        <translation>Haga antes el plan: solo se envía lo que muestra.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nada cambiaría.</translation>
    </message>
    <message>
        <source>Pausing: it waits for the answers in flight. No further case is sent.</source>
        <translation>Pausando: espera las respuestas pendientes. No se envía ningún otro caso.</translation>
    </message>
    <message>
        <source>Running. Pause takes effect after the answers in flight.</source>
        <translation>En ejecución. La pausa llega tras las respuestas pendientes.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Terminado.</translation>
    </message>
    <message>
        <source>The limit is reached: the next case is sent at about {0}.</source>
        <translation>Se alcanzó el límite: el próximo caso se envía hacia las {0}.</translation>
    </message>
    <message>
        <source>Only what the plan shows is sent; fields changed since by others are left alone.</source>
        <translation>Solo se envía lo que muestra el plan; los campos que otros cambiaron desde entonces no se tocan.</translation>
    </message>
    <message>
        <source>Run batch</source>
        <translation>Ejecutar lote</translation>
    </message>
    <message>
        <source>It stops after the first 3 for you to look.</source>
        <translation>Se detiene tras los 3 primeros para que mire.</translation>
    </message>
    <message>
        <source>It runs without a stop.</source>
        <translation>Se ejecuta sin detenerse.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SavePdf</name>
    <message>
        <source>Save case as PDF</source>
        <translation>Guardar caso como PDF</translation>
    </message>
    <message>
        <source>Case {0} is saved in {1}.</source>
        <translation>El caso {0} se guardó en {1}.</translation>
    </message>
    <message>
        <source>Case {0} couldn&apos;t be saved in {1}.</source>
        <translation>No se pudo guardar el caso {0} en {1}.</translation>
    </message>
</context>
<context>
    <name>SaveTyped</name>
    <message>
        <source>Save my changes as</source>
        <translation>Guardar mis cambios como</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Your changes are saved in {0}.</source>
        <translation>Sus cambios se guardaron en {0}.</translation>
    </message>
    <message>
        <source>{0} couldn&apos;t be written.</source>
        <translation>No se pudo escribir {0}.</translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Order by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descendente</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascendente</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Back to former filters</source>
        <translation>Volver a los filtros anteriores</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Save as queue…</source>
        <translation>Guardar como cola…</translation>
    </message>
    <message>
        <source>{0} is a number.</source>
        <translation>{0} es un número.</translation>
    </message>
    <message>
        <source>Find contact “{0}”</source>
        <translation>Buscar el contacto «{0}»</translation>
    </message>
    <message>
        <source>{0}: day</source>
        <translation>{0}: día</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Cases found</source>
        <translation>Casos encontrados</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Actualizar la lista</translation>
    </message>
    <message>
        <source>Sign in to search for cases.</source>
        <translation>Inicie sesión para buscar casos.</translation>
    </message>
    <message>
        <source>Save as queue</source>
        <translation>Guardar como cola</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>Nombre de la cola</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The list is still loading.</source>
        <translation>La lista todavía se está cargando.</translation>
    </message>
    <message>
        <source>Some selected cases aren&apos;t loaded yet. Scroll to them, then open them.</source>
        <translation>Algunos casos elegidos aún no están cargados. Desplácese hasta ellos y luego ábralos.</translation>
    </message>
    <message>
        <source>No matching cases.</source>
        <translation>No hay casos que coincidan.</translation>
    </message>
    <message>
        <source>Cases as of {0}; scroll for more.</source>
        <translation>Casos a las {0}; desplácese para ver más.</translation>
    </message>
    <message>
        <source>⚠ {0} List has changed · Refresh</source>
        <translation>⚠ {0} La lista cambió · Actualizar</translation>
    </message>
    <message>
        <source>⚠ {0} May be out of date.</source>
        <translation>⚠ {0} Puede no estar al día.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Case {0} isn&apos;t open: you stopped waiting.</source>
        <translation>El caso {0} no está abierto: usted dejó de esperar.</translation>
    </message>
    <message>
        <source>Case {0} reloaded</source>
        <translation>Caso {0} recargado</translation>
    </message>
    <message>
        <source>Your draft of case {0} couldn&apos;t be read yet: {1} Trying again.</source>
        <translation>Aún no se ha podido leer su borrador del caso {0}: {1} Se vuelve a intentar.</translation>
    </message>
    <message>
        <source>Case {0} has no earlier draft.</source>
        <translation>El caso {0} no tiene un borrador anterior.</translation>
    </message>
    <message>
        <source>Your draft of case {0} is back.</source>
        <translation>Su borrador del caso {0} está de vuelta.</translation>
    </message>
    <message>
        <source>Your earlier draft of case {0} is back, with what you typed since.</source>
        <translation>Su borrador anterior del caso {0} está de vuelta, junto con lo que escribió después.</translation>
    </message>
    <message>
        <source>Fields changed in both keep the newer text. History has the older one.</source>
        <translation>Los campos cambiados en ambos conservan el texto más nuevo. El historial tiene el anterior.</translation>
    </message>
    <message>
        <source>{0} typed this. Sign in as {0} to submit it, or discard the changes and reload the case.</source>
        <translation>Esto lo escribió {0}. Inicie sesión como {0} para enviarlo, o descarte los cambios y vuelva a cargar el caso.</translation>
    </message>
    <message>
        <source>This was typed with another token. Sign in with that one, or discard it.</source>
        <translation>Esto se escribió con otro token. Inicie sesión con aquel o descártelo.</translation>
    </message>
    <message>
        <source>This is your draft. Edit or copy it; submit once the case can be read.</source>
        <translation>Este es su borrador. Edítelo o cópielo; envíelo cuando se pueda leer el caso.</translation>
    </message>
    <message>
        <source>Nothing was sent: case {0} can&apos;t be read. Your changes are kept; reload it.</source>
        <translation>No se envió nada: no se puede leer el caso {0}. Sus cambios se conservan; recárguelo.</translation>
    </message>
    <message>
        <source>Nothing was sent: your earlier draft of case {0} couldn&apos;t be read yet.</source>
        <translation>No se envió nada: aún no se ha podido leer su borrador anterior del caso {0}.</translation>
    </message>
    <message>
        <source>Text typed since then isn&apos;t submitted yet.</source>
        <translation>Lo escrito desde entonces aún no se ha enviado.</translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation>No se envió nada. {0}</translation>
    </message>
    <message>
        <source>Nothing to submit: no changes.</source>
        <translation>No hay nada que enviar: no hay cambios.</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>{0} values at once; some servers take only 1,000.</source>
        <translation>{0} valores a la vez; algunos servidores solo aceptan 1000.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings not saved: another program is using the file. Close it there.</source>
        <translation>La configuración no se guardó: otro programa está usando el archivo. Ciérrelo allí.</translation>
    </message>
    <message>
        <source>Settings not saved: the disk is full. Free some space.</source>
        <translation>La configuración no se guardó: el disco está lleno. Libere espacio.</translation>
    </message>
    <message>
        <source>Settings not saved: a folder is named settings.json. Rename or remove it.</source>
        <translation>No se guardó la configuración: una carpeta se llama settings.json. Cámbiele el nombre o elimínela.</translation>
    </message>
    <message>
        <source>Settings not saved. Check the permissions of settings.json.</source>
        <translation>La configuración no se guardó. Revise los permisos de settings.json.</translation>
    </message>
</context>
<context>
    <name>SharedTemplates</name>
    <message>
        <source>The shared templates aren&apos;t there: {0}. Tell your administrator.</source>
        <translation>Las plantillas compartidas no están: {0}. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The shared templates can&apos;t be read: {0}. Tell your administrator.</source>
        <translation>No se pueden leer las plantillas compartidas: {0}. Avise a su administrador.</translation>
    </message>
    <message>
        <source>No templates in the shared file {0}. Tell your administrator.</source>
        <translation>No hay plantillas en el archivo compartido {0}. Avise a su administrador.</translation>
    </message>
    <message>
        <source>Too many shared templates: {0}. Tell your administrator.</source>
        <translation>Demasiadas plantillas compartidas: {0}. Avise a su administrador.</translation>
    </message>
    <message>
        <source>The place of the shared templates isn&apos;t answering: {0}.</source>
        <translation>El lugar de las plantillas compartidas no responde: {0}.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Differs in {0}.</source>
        <translation>Difiere en {0}.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Ask your Social Gateway administrator for a token.</source>
        <translation>Pida un token al administrador de su Social Gateway.</translation>
    </message>
    <message>
        <source>Keep in the system keyring</source>
        <translation>Guardar en el llavero del sistema</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demostración</translation>
    </message>
    <message>
        <source>Opens a second window with made-up cases. Nothing leaves this computer.</source>
        <translation>Abre una segunda ventana con casos inventados. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Welcome to Case Editor</source>
        <translation>Bienvenido a Case Editor</translation>
    </message>
    <message>
        <source>Connect to your Social Gateway to begin.</source>
        <translation>Conéctese a su Social Gateway para empezar.</translation>
    </message>
    <message>
        <source>Enter the address of your Social Gateway.</source>
        <translation>Escriba la dirección de su Social Gateway.</translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation>Pegue el token de acceso.</translation>
    </message>
</context>
<context>
    <name>SigningIn</name>
    <message>
        <source>You aren&apos;t signed in.</source>
        <translation>No tiene sesión iniciada.</translation>
    </message>
    <message>
        <source>The demo couldn&apos;t be started.</source>
        <translation>No se pudo iniciar la demostración.</translation>
    </message>
</context>
<context>
    <name>Since</name>
    <message>
        <source>subject</source>
        <translation>asunto</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>tags ({0})</source>
        <translation>etiquetas ({0})</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 nota</translation>
    </message>
    <message>
        <source>{0} notes</source>
        <translation>{0} notas</translation>
    </message>
    <message>
        <source>attributes ({0})</source>
        <translation>atributos ({0})</translation>
    </message>
    <message>
        <source>New since your last visit a moment ago: {0}</source>
        <translation>Novedades desde su última visita hace un momento: {0}</translation>
    </message>
    <message>
        <source>New since your last visit {0} ago: {1}</source>
        <translation>Novedades desde su última visita hace {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling can&apos;t be checked: Hunspell isn&apos;t installed.</source>
        <translation>No se puede revisar la ortografía: Hunspell no está instalado.</translation>
    </message>
    <message>
        <source>Spelling can&apos;t be checked: there is no dictionary on this computer.</source>
        <translation>No se puede revisar la ortografía: no hay ningún diccionario en este equipo.</translation>
    </message>
    <message>
        <source>Spelling isn&apos;t checked until the next start: the check failed three times.</source>
        <translation>La ortografía no se revisa hasta el próximo inicio: la revisión falló tres veces.</translation>
    </message>
    <message>
        <source>Misspelled: {0}</source>
        <translation>Mal escrito: {0}</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is gone.</source>
        <translation>El diccionario «{0}» ya no está.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” can&apos;t be read.</source>
        <translation>No se puede leer el diccionario «{0}».</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is too large.</source>
        <translation>El diccionario «{0}» es demasiado grande.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is damaged. Install it again.</source>
        <translation>El diccionario «{0}» está dañado. Vuelva a instalarlo.</translation>
    </message>
    <message>
        <source>The spelling check is off.</source>
        <translation>La revisión ortográfica está desactivada.</translation>
    </message>
    <message>
        <source>No misspelled words.</source>
        <translation>No hay palabras mal escritas.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Remove “{0}” from dictionary</source>
        <translation>Quitar «{0}» del diccionario</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Buscando sugerencias…</translation>
    </message>
    <message>
        <source>Add “{0}” to dictionary</source>
        <translation>Añadir «{0}» al diccionario</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sin sugerencias</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Idioma del texto</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Next misspelling</source>
        <translation>Siguiente error de ortografía</translation>
    </message>
    <message>
        <source>The process with Hunspell ended before its answer.</source>
        <translation>El proceso de Hunspell terminó antes de responder.</translation>
    </message>
</context>
<context>
    <name>SpellingPage</name>
    <message>
        <source>&amp;Check spelling</source>
        <translation>&amp;Revisar la ortografía</translation>
    </message>
    <message>
        <source>In subjects, notes and templates.</source>
        <translation>En asuntos, notas y plantillas.</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Idioma del texto</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Your &amp;words</source>
        <translation>Sus &amp;palabras</translation>
    </message>
    <message>
        <source>No words yet. Add one from the menu of a misspelled word.</source>
        <translation>Aún no hay palabras. Añada una desde el menú de una palabra mal escrita.</translation>
    </message>
    <message>
        <source>Remove word</source>
        <translation>Quitar palabra</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>Note, not submitted: {0}</source>
        <translation>Nota, sin enviar: {0}</translation>
    </message>
    <message>
        <source>Note · {0}</source>
        <translation>Nota · {0}</translation>
    </message>
</context>
<context>
    <name>StreamPane</name>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Search messages and notes</source>
        <translation>Buscar en mensajes y notas</translation>
    </message>
</context>
<context>
    <name>SubmitButton</name>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>✓ Stored {0}</source>
        <translation>✓ Registrado {0}</translation>
    </message>
</context>
<context>
    <name>Submitting</name>
    <message>
        <source>Case {0} has a conflict without a decision.</source>
        <translation>El caso {0} tiene un conflicto sin decidir.</translation>
    </message>
    <message>
        <source>Case {0} isn&apos;t open: nothing was submitted.</source>
        <translation>El caso {0} no está abierto: no se envió nada.</translation>
    </message>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>El caso {0} todavía se está cargando.</translation>
    </message>
    <message>
        <source>Case {0} has just opened: press again.</source>
        <translation>El caso {0} se acaba de abrir: pulse de nuevo.</translation>
    </message>
    <message>
        <source>Case {0} has just opened: press again to submit it.</source>
        <translation>El caso {0} se acaba de abrir: pulse de nuevo para enviarlo.</translation>
    </message>
    <message>
        <source>Case {0} still needs your decision.</source>
        <translation>El caso {0} todavía necesita su decisión.</translation>
    </message>
    <message>
        <source>Nothing to submit in case {0}.</source>
        <translation>No hay nada que enviar en el caso {0}.</translation>
    </message>
    <message>
        <source>Submitted. {0}</source>
        <translation>Enviado. {0}</translation>
    </message>
</context>
<context>
    <name>SubmittingPage</name>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Desktop &amp;notice when a case needs you</source>
        <translation>Avisar en el escritorio si u&amp;n caso requiere su atención</translation>
    </message>
    <message>
        <source>&amp;After submit</source>
        <translation>D&amp;espués de enviar</translation>
    </message>
    <message>
        <source>“Submit and next” always opens the next case. A case that needs you keeps its tab.</source>
        <translation>«Enviar y seguir» siempre abre el caso siguiente. Un caso que requiere su atención conserva su pestaña.</translation>
    </message>
    <message>
        <source>&amp;Days to keep the history</source>
        <translation>&amp;Días que se guarda el historial</translation>
    </message>
    <message>
        <source>Older entries are deleted at the next start: they hold customers&apos; data.</source>
        <translation>Las entradas más antiguas se eliminan en el próximo inicio: contienen datos de clientes.</translation>
    </message>
    <message>
        <source>&amp;Stamp attribute</source>
        <translation>Atributo de &amp;sello</translation>
    </message>
    <message>
        <source>Each submission also sets this attribute to an ID of its own. Where the server shows attributes, a lost answer then leaves no doubt.</source>
        <translation>Cada envío escribe en él un identificador único; así se puede comprobar si llegó aunque se pierda la respuesta, si el servidor muestra los atributos.</translation>
    </message>
    <message>
        <source>Only while the window is in the background. It shows the case ID, and no text of the case.</source>
        <translation>Solo mientras la ventana está en segundo plano. Muestra el ID del caso y ningún texto suyo.</translation>
    </message>
    <message>
        <source>“{0}” is reserved and can&apos;t be the stamp. Choose another name.</source>
        <translation>«{0}» está reservado y no puede ser el sello. Elija otro nombre.</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Templates: {0}</source>
        <translation>Plantillas: {0}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions: {0}</source>
        <translation>Sugerencias: {0}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>{0}, {1} of {2}</source>
        <translation>{0}, {1} de {2}</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Table {0}</source>
        <translation>Tabla {0}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Use doubtful IDs, too</source>
        <translation>Usar también los ID dudosos</translation>
    </message>
    <message>
        <source>Use hidden rows, too</source>
        <translation>Usar también las filas ocultas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>Usar esta tabla</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barra</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Row with names</source>
        <translation>Fila con nombres</translation>
    </message>
    <message>
        <source>Use of {0}</source>
        <translation>Uso de {0}</translation>
    </message>
    <message>
        <source>Attribute of {0}</source>
        <translation>Atributo de {0}</translation>
    </message>
    <message>
        <source>Blank cells set to empty</source>
        <translation>Las celdas en blanco vacían</translation>
    </message>
    <message>
        <source>the file has more rows than a batch may have</source>
        <translation>el archivo tiene más filas de las que puede tener un lote</translation>
    </message>
</context>
<context>
    <name>TableFault</name>
    <message>
        <source>This file has no rows. Choose another file.</source>
        <translation>Este archivo no tiene filas. Elija otro archivo.</translation>
    </message>
    <message>
        <source>This file is too large. Split it.</source>
        <translation>Este archivo es demasiado grande. Divídalo.</translation>
    </message>
    <message>
        <source>This isn&apos;t a table. Choose another file, or save it as CSV.</source>
        <translation>Esto no es una tabla. Elija otro archivo, o guárdelo como CSV.</translation>
    </message>
    <message>
        <source>This file is damaged. Save it again, or as CSV.</source>
        <translation>Este archivo está dañado. Guárdelo de nuevo, o como CSV.</translation>
    </message>
    <message>
        <source>This file has a password. Save it without one.</source>
        <translation>Este archivo tiene contraseña. Guárdelo sin ella.</translation>
    </message>
    <message>
        <source>A quotation mark in row {0} is never closed. Correct it, or save it again.</source>
        <translation>Una comilla de la fila {0} no se cierra. Corríjala, o guarde el archivo de nuevo.</translation>
    </message>
    <message>
        <source>This installation can&apos;t read spreadsheets. Save it as CSV.</source>
        <translation>Esta instalación no puede leer hojas de cálculo. Guárdelo como CSV.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. Choose another file</source>
        <translation>Este archivo no se puede leer. Elija otro archivo</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Reserved names can&apos;t be sent as attributes: {0}.</source>
        <translation>Los nombres reservados no se pueden enviar como atributos: {0}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <translation>«{0}» es {1}</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Línea {0}: {1}</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>un salto de línea</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>una tabulación</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>un retorno de carro</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>un espacio</translation>
    </message>
    <message>
        <source>an equals sign</source>
        <translation>un signo igual</translation>
    </message>
    <message>
        <source>one backslash</source>
        <translation>una sola barra invertida</translation>
    </message>
    <message>
        <source>the character U+{0}</source>
        <translation>el carácter U+{0}</translation>
    </message>
    <message>
        <source>no separator between name and value. Write name=value.</source>
        <translation>no hay separador entre nombre y valor. Escriba nombre=valor.</translation>
    </message>
    <message>
        <source>more than two cells. Use one for the name and one for the value.</source>
        <translation>hay más de dos celdas. Use una para el nombre y otra para el valor.</translation>
    </message>
    <message>
        <source>a quotation mark isn&apos;t closed, or text follows it.</source>
        <translation>hay comillas sin cerrar, o con texto después.</translation>
    </message>
    <message>
        <source>this starts like JSON, but isn&apos;t valid.</source>
        <translation>empieza como JSON, pero no es válido.</translation>
    </message>
    <message>
        <source>this JSON isn&apos;t an object, so it has no names.</source>
        <translation>este JSON no es un objeto, así que no tiene nombres.</translation>
    </message>
    <message>
        <source>a second record begins. Paste the heading with one record only.</source>
        <translation>empieza un segundo registro. Pegue el encabezado con un solo registro.</translation>
    </message>
    <message>
        <source>this JSON is empty.</source>
        <translation>este JSON está vacío.</translation>
    </message>
    <message>
        <source>the name “{0}” appears twice.</source>
        <translation>el nombre «{0}» aparece dos veces.</translation>
    </message>
    <message>
        <source>“{0}” has no meaning. Write a backslash as \\.</source>
        <translation>«{0}» no es un código válido. Escriba una barra invertida como \\.</translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nueva</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Añadir etiqueta</translation>
    </message>
    <message>
        <source>Nothing was pasted: at most {0} tags at once.</source>
        <translation>No se pegó nada: {0} etiquetas a la vez como máximo.</translation>
    </message>
    <message>
        <source>Keep tag {0}</source>
        <translation>Mantener la etiqueta {0}</translation>
    </message>
    <message>
        <source>Remove tag {0}</source>
        <translation>Quitar la etiqueta {0}</translation>
    </message>
</context>
<context>
    <name>TagChoices</name>
    <message>
        <source>{0} – already on the case</source>
        <translation>{0} – ya está en el caso</translation>
    </message>
    <message>
        <source>Create tag “{0}”</source>
        <translation>Crear la etiqueta «{0}»</translation>
    </message>
</context>
<context>
    <name>TagCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Known tags: {0}</source>
        <translation>Etiquetas conocidas: {0}</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to be added</source>
        <translation>se añadirá</translation>
    </message>
    <message>
        <source>to be added, new on this server</source>
        <translation>se añadirá, nueva en este servidor</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>se quitará</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>shared</source>
        <translation>compartida</translation>
    </message>
    <message>
        <source>submits</source>
        <translation>envía</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Plantilla nueva</translation>
    </message>
    <message>
        <source>Remove template</source>
        <translation>Quitar plantilla</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tags, one a line</source>
        <translation>Etiquetas que se añaden, una por línea</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Insertar campo</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Tags to remove, one a line</source>
        <translation>Etiquetas que se quitan, una por línea</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Then submit, and go to the next case</source>
        <translation>Después, enviar y pasar al caso siguiente</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>“{0}” is shared: your administrator changes it.</source>
        <translation>«{0}» es compartida: la cambia su administrador.</translation>
    </message>
    <message>
        <source>“{0}” removed.</source>
        <translation>«{0}» quitada.</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Importar plantillas</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be read.</source>
        <translation>No se pudo leer el archivo.</translation>
    </message>
    <message>
        <source>No templates in this file. Nothing was imported.</source>
        <translation>Este archivo no tiene plantillas. No se importó nada.</translation>
    </message>
    <message>
        <source>Nothing was imported: these templates are here already.</source>
        <translation>No se importó nada: estas plantillas ya están aquí.</translation>
    </message>
    <message>
        <source>Imported: {0}</source>
        <translation>Importadas: {0}</translation>
    </message>
    <message>
        <source>Export the templates</source>
        <translation>Exportar las plantillas</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>No templates yet. Press “New template” to write one.</source>
        <translation>Todavía no hay plantillas. Pulse «Plantilla nueva» para escribir una.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>“{0}”</source>
        <translation>«{0}»</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>TitleTools</name>
    <message>
        <source>Case page ↗</source>
        <translation>Página del caso ↗</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Caso anterior</translation>
    </message>
    <message>
        <source>Position in the list</source>
        <translation>Posición en la lista</translation>
    </message>
    <message>
        <source>Contact and attributes</source>
        <translation>Contacto y atributos</translation>
    </message>
    <message>
        <source>Close case {0}</source>
        <translation>Cerrar el caso {0}</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Caso siguiente</translation>
    </message>
    <message>
        <source>More for the case</source>
        <translation>Más para el caso</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>Token</name>
    <message>
        <source>An access token has no spaces or line breaks. Copy it again.</source>
        <translation>Un token de acceso no lleva espacios ni saltos de línea. Cópielo de nuevo.</translation>
    </message>
    <message>
        <source>An access token has only plain letters, digits and signs. Copy it again.</source>
        <translation>Un token de acceso solo lleva letras sin acentos, cifras y signos. Cópielo de nuevo.</translation>
    </message>
    <message>
        <source>This is too long for an access token. Copy it again.</source>
        <translation>Es demasiado largo para un token de acceso. Cópielo de nuevo.</translation>
    </message>
    <message>
        <source>This is an address, not an access token. Paste the token.</source>
        <translation>Esto es una dirección, no un token de acceso. Pegue el token.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>subject change</source>
        <translation>cambio de asunto</translation>
    </message>
    <message>
        <source>tag text</source>
        <translation>texto de etiqueta</translation>
    </message>
    <message>
        <source>several tags</source>
        <translation>varias etiquetas</translation>
    </message>
    <message>
        <source>removing invisible characters</source>
        <translation>eliminación de caracteres invisibles</translation>
    </message>
    <message>
        <source>tag {0}</source>
        <translation>etiqueta {0}</translation>
    </message>
    <message>
        <source>change to {0}</source>
        <translation>cambio de {0}</translation>
    </message>
    <message>
        <source>new attribute {0}</source>
        <translation>atributo nuevo {0}</translation>
    </message>
    <message>
        <source>new attribute</source>
        <translation>atributo nuevo</translation>
    </message>
    <message>
        <source>template {0}</source>
        <translation>plantilla {0}</translation>
    </message>
    <message>
        <source>discarding changes</source>
        <translation>descarte de cambios</translation>
    </message>
    <message>
        <source>note text</source>
        <translation>texto de nota</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>nota nueva</translation>
    </message>
    <message>
        <source>removing a note</source>
        <translation>eliminación de nota</translation>
    </message>
    <message>
        <source>reordering notes</source>
        <translation>orden de las notas</translation>
    </message>
    <message>
        <source>restoring changes</source>
        <translation>recuperación de cambios</translation>
    </message>
    <message>
        <source>note change</source>
        <translation>cambio de nota</translation>
    </message>
    <message>
        <source>pasting attributes</source>
        <translation>pegado de atributos</translation>
    </message>
    <message>
        <source>editing as text</source>
        <translation>edición como texto</translation>
    </message>
    <message>
        <source>reverting attributes</source>
        <translation>reversión de atributos</translation>
    </message>
    <message>
        <source>trimming names</source>
        <translation>quitar espacios de nombres</translation>
    </message>
    <message>
        <source>leaving out attributes</source>
        <translation>omisión de atributos</translation>
    </message>
    <message>
        <source>clearing attributes</source>
        <translation>vaciado de atributos</translation>
    </message>
</context>
<context>
    <name>UnseenLine</name>
    <message>
        <source>Remove invisible characters</source>
        <translation>Quitar caracteres invisibles</translation>
    </message>
    <message>
        <source>Invisible characters, which are sent too: {0}</source>
        <translation>Caracteres invisibles, que también se envían: {0}</translation>
    </message>
</context>
<context>
    <name>Use</name>
    <message>
        <source>Not used</source>
        <translation>Sin uso</translation>
    </message>
    <message>
        <source>Case ID</source>
        <translation>ID del caso</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Tag to add</source>
        <translation>Etiqueta por añadir</translation>
    </message>
    <message>
        <source>Tag to remove</source>
        <translation>Etiqueta por quitar</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
</context>
<context>
    <name>UseDoubt</name>
    <message>
        <source>Choose the one column that holds the case IDs.</source>
        <translation>Elija la única columna que contiene los ID de los casos.</translation>
    </message>
    <message>
        <source>“{0}”: another column has this use. Choose another one.</source>
        <translation>«{0}»: otra columna tiene este uso. Elija otro.</translation>
    </message>
    <message>
        <source>“{0}”: enter the name of the attribute.</source>
        <translation>«{0}»: escriba el nombre del atributo.</translation>
    </message>
    <message>
        <source>“{0}”: this name is reserved. Choose another one.</source>
        <translation>«{0}»: este nombre está reservado. Elija otro.</translation>
    </message>
    <message>
        <source>“{0}”: another column sets the same attribute.</source>
        <translation>«{0}»: otra columna pone el mismo atributo.</translation>
    </message>
    <message>
        <source>“{0}” is a new attribute. Did you mean “{1}”?</source>
        <translation>«{0}» es un atributo nuevo. ¿Quiso decir «{1}»?</translation>
    </message>
    <message>
        <source>“{0}” is also a field of the case itself. Check the name.</source>
        <translation>«{0}» también es un campo del propio caso. Revise el nombre.</translation>
    </message>
</context>
<context>
    <name>ValueDialog</name>
    <message>
        <source>{0}: value</source>
        <translation>{0}: valor</translation>
    </message>
    <message>
        <source>✓ in use</source>
        <translation>✓ en uso</translation>
    </message>
    <message>
        <source>✓ in use; Enter removes it</source>
        <translation>✓ en uso; Enter lo quita</translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation>Usar «{0}»</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Contact and attributes</source>
        <translation>Contacto y atributos</translation>
    </message>
    <message>
        <source>Attributes beside the notes</source>
        <translation>Atributos junto a las notas</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texto normal</translation>
    </message>
    <message>
        <source>Text size: {0} %</source>
        <translation>Tamaño del texto: {0} %</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abriendo el caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} isn&apos;t open.</source>
        <translation>El caso {0} no está abierto.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>no longer matches the search: {0}</source>
        <translation>ya no coincide con la búsqueda: {0}</translation>
    </message>
    <message>
        <source>the case has no field {0}</source>
        <translation>el caso no tiene el campo {0}</translation>
    </message>
    <message>
        <source>the field {0} is empty</source>
        <translation>el campo {0} está vacío</translation>
    </message>
    <message>
        <source>the name {0} is reserved</source>
        <translation>el nombre {0} está reservado</translation>
    </message>
    <message>
        <source>an attribute has no name</source>
        <translation>un atributo no tiene nombre</translation>
    </message>
    <message>
        <source>the server has no such case any more</source>
        <translation>el servidor ya no tiene ese caso</translation>
    </message>
    <message>
        <source>being looked into</source>
        <translation>en comprobación</translation>
    </message>
    <message>
        <source>the record of it on this computer can&apos;t be read; look at the case</source>
        <translation>su registro en este equipo no se puede leer; revise el caso</translation>
    </message>
    <message>
        <source>{0} is a nested value, which can&apos;t be changed</source>
        <translation>{0} es un valor anidado, que no se puede cambiar</translation>
    </message>
    <message>
        <source>stays, since somebody changed it: {0}</source>
        <translation>queda como está, porque alguien lo cambió: {0}</translation>
    </message>
    <message>
        <source>didn&apos;t exist before and can only be emptied: {0}</source>
        <translation>no existía antes y solo se puede vaciar: {0}</translation>
    </message>
    <message>
        <source>the case can&apos;t be read</source>
        <translation>el caso no se puede leer</translation>
    </message>
    <message>
        <source>taken out by you</source>
        <translation>apartado por usted</translation>
    </message>
    <message>
        <source>the server stored another value</source>
        <translation>el servidor registró otro valor</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>queda como está</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>The data file was damaged and set aside as {0}. A new one was created.</source>
        <translation>El archivo de datos estaba dañado y se apartó como {0}. Se creó uno nuevo.</translation>
    </message>
    <message>
        <source>Drafts and pending submissions are back.</source>
        <translation>Los borradores y los envíos pendientes están de vuelta.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Don&apos;t close this window.</source>
        <translation>NO se guardó: {0} No cierre esta ventana.</translation>
    </message>
    <message>
        <source>Trying again. Drafts and pending submissions couldn&apos;t be read.</source>
        <translation>Se vuelve a intentar. No se pudieron leer los borradores ni los envíos pendientes.</translation>
    </message>
    <message>
        <source>Only the first {0} of {1} cases were opened.</source>
        <translation>Solo se abrieron los primeros {0} de {1} casos.</translation>
    </message>
    <message>
        <source>This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?</source>
        <translation>Este enlace lleva a {0}, pero su sesión está en {1}. ¿Muestra {0} los casos de {1}?</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>Caso {0}: {1}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Remove filter {0}</source>
        <translation>Quitar filtro {0}</translation>
    </message>
</context>
</TS>
