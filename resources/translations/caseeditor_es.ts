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
        <source>Signed out. What is open stays; nothing is sent until you sign in again.</source>
        <translation>Sesión cerrada. Lo que está abierto se queda; no se envía nada hasta que vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>The system keyring could not be asked to forget the token. {0}</source>
        <translation>No se pudo pedir al llavero del sistema que olvide el token. {0}</translation>
    </message>
    <message>
        <source>Your administrator&apos;s policy can&apos;t be read. Use a server you have used before.</source>
        <translation>No se puede leer la política de su administrador. Use un servidor que ya haya usado.</translation>
    </message>
    <message>
        <source>This link leads to {0}, which you have never used.</source>
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
        <source>The access token is in the system keyring, never in a file. Signing in and out happen at once.</source>
        <translation>El token de acceso está en el llavero del sistema, nunca en un archivo. El inicio y el cierre de sesión se hacen de inmediato.</translation>
    </message>
    <message>
        <source>This is the demo: the access token is in memory only. Signing in and out happen at once.</source>
        <translation>Esta es la demostración: el token de acceso está solo en la memoria. El inicio y el cierre de sesión se hacen de inmediato.</translation>
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
        <source>Enter a case id or a link to a case.</source>
        <translation>Escriba el id de un caso o un enlace a un caso.</translation>
    </message>
    <message>
        <source>This is no case id: an id is a number, such as 203.</source>
        <translation>Esto no es el id de un caso: un id es un número, como 203.</translation>
    </message>
    <message>
        <source>This link does not lead to a case. Such a link ends in /case/ and a number.</source>
        <translation>Este enlace no lleva a un caso. Un enlace así termina en /case/ y un número.</translation>
    </message>
    <message>
        <source>This is no server&apos;s address. It looks like https://example.org.</source>
        <translation>Esto no es la dirección de un servidor. Debe ser como https://example.org.</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>Open a case</source>
        <translation>Abrir un caso</translation>
    </message>
    <message>
        <source>Case id or link</source>
        <translation>Id o enlace del caso</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong inside Case Editor. What you typed is still here; {0}</source>
        <translation>Algo falló dentro de Case Editor. Lo que escribió sigue aquí; {0}</translation>
    </message>
    <message>
        <source>the log in {0} has the details.</source>
        <translation>el registro en {0} tiene los detalles.</translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>Name of the attribute</source>
        <translation>Nombre del atributo</translation>
    </message>
    <message>
        <source>Enter takes it, Escape leaves it as it was.</source>
        <translation>Enter lo acepta, Esc lo deja como estaba.</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>Valor de {0}</translation>
    </message>
    <message>
        <source>Names seen before</source>
        <translation>Nombres ya vistos</translation>
    </message>
</context>
<context>
    <name>AttributeGrid</name>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Filter attributes</source>
        <translation>Filtrar atributos</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More for attributes</source>
        <translation>Más para atributos</translation>
    </message>
    <message>
        <source>Bulk text…</source>
        <translation>Texto en bloque…</translation>
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
        <source>sent as empty</source>
        <translation>se envía vacío</translation>
    </message>
    <message>
        <source>The name of an attribute that the server has can&apos;t be changed.</source>
        <translation>El nombre de un atributo que el servidor ya tiene no se puede cambiar.</translation>
    </message>
    <message>
        <source>The server means something else by this name, so the value can&apos;t be changed here.</source>
        <translation>Para el servidor este nombre significa otra cosa; por eso el valor no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>This attribute is the stamp (Preferences, Submitting): each submission sets it by itself.</source>
        <translation>Este atributo es el sello (Preferencias, Envío): cada envío lo establece por sí mismo.</translation>
    </message>
    <message>
        <source>This value has parts of its own; it can be read here, but not changed.</source>
        <translation>Este valor tiene partes propias; aquí se puede leer, pero no cambiar.</translation>
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
        <source>This is sent as an empty value. Whether the server then empties the attribute, leaves it or removes it is not documented. An attribute can&apos;t be deleted here.</source>
        <translation>Se envía como valor vacío. No está documentado si el servidor entonces vacía el atributo, lo deja como está o lo quita. Aquí no se puede eliminar un atributo.</translation>
    </message>
    <message>
        <source>This value has white space that is not seen: at an end, tabs, or several in a row.</source>
        <translation>Este valor tiene espacios que no se ven: en un extremo, tabulaciones o varios seguidos.</translation>
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
        <source>Attributes pasted: {0}. Ctrl+Z takes them back.</source>
        <translation>Atributos pegados: {0}. Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Names pasted: {0} of {1}, without those that are here already. Ctrl+Z takes them back.</source>
        <translation>Nombres pegados: {0} de {1}, sin los que ya están. Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no attribute here for {0} lines. Paste the names first.</source>
        <translation>No se pegó nada: aquí no hay atributos para {0} líneas. Pegue primero los nombres.</translation>
    </message>
    <message>
        <source>Values pasted: {0}. Ctrl+Z takes them back.</source>
        <translation>Valores pegados: {0}. Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Lines that don&apos;t fit below the last row: {0} ({1}).</source>
        <translation>Líneas que no caben por debajo de la última fila: {0} ({1}).</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be changed, so “{1}” is not pasted.</source>
        <translation>“{0}” no se puede cambiar, así que no se pega “{1}”.</translation>
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
    <name>BulkTextDialog</name>
    <message>
        <source>Bulk text</source>
        <translation>Texto en bloque</translation>
    </message>
    <message>
        <source>Attributes as text</source>
        <translation>Atributos como texto</translation>
    </message>
    <message>
        <source>Lines that are wrong</source>
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
        <source>What you changed in this text is not applied.</source>
        <translation>Lo que cambió en este texto no está aplicado.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Salir sin aplicar</translation>
    </message>
    <message>
        <source>A line is an attribute: name=value. In it, \n is a line break, \t a tab, \s a space at either end, \\ a backslash, \= an equals sign in a name.
Rows copied from a table, name: value and JSON are read too; a backslash is a backslash in them.
Taking out a line takes back a new attribute. One that the case has stays as it is: there is no deleting.</source>
        <translation>Cada línea es un atributo: nombre=valor. En ella, \n es un salto de línea, \t una tabulación, \s un espacio en un extremo, \\ una barra invertida y \= un signo igual en un nombre.
También se leen filas copiadas de una tabla, nombre: valor y JSON; en ellos, una barra invertida es solo eso.
Al quitar una línea se quita un atributo nuevo. Uno que el caso ya tiene queda como está: no se puede eliminar.</translation>
    </message>
    <message>
        <source>Nothing is applied yet. Lines in which a backslash stands for something else: {0}</source>
        <translation>Aún no se aplicó nada. Líneas en las que una barra invertida representa otra cosa: {0}</translation>
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
        <source>Nothing is applied yet. Lines that are wrong: {0}</source>
        <translation>Todavía no se aplicó nada. Líneas con errores: {0}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Shortened; Ctrl+C copies all of it · {0}</source>
        <translation>Recortado; Ctrl+C copia todo · {0}</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Left out: {0}. Ctrl+Z undoes it.</source>
        <translation>Se omitió: {0}. Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Tags added: {0}</source>
        <translation>Etiquetas añadidas: {0}</translation>
    </message>
    <message>
        <source>“{0}” exists already.</source>
        <translation>“{0}” ya existe.</translation>
    </message>
    <message>
        <source>Left as it was. Ctrl+Z brings back what you typed.</source>
        <translation>Se dejó como estaba. Ctrl+Z recupera lo que escribió.</translation>
    </message>
    <message>
        <source>Changes discarded. Ctrl+Z brings them back.</source>
        <translation>Cambios descartados. Ctrl+Z los recupera.</translation>
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
        <source>Review changes</source>
        <translation>Revisar cambios</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Case page ↗</source>
        <translation>Página del caso ↗</translation>
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
        <source>The cases you open are listed here.</source>
        <translation>Aquí aparecen los casos que abre.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>There is no draft.</source>
        <translation>No hay ningún borrador.</translation>
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
        <source>The list has no further case.</source>
        <translation>La lista no tiene más casos.</translation>
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
        <source>Case Editor keeps looking.</source>
        <translation>Case Editor sigue buscando.</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>No case is open.
Paste a case id or a link above, then press Enter.</source>
        <translation>No hay ningún caso abierto.
Pegue arriba el id de un caso o un enlace y pulse Enter.</translation>
    </message>
    <message>
        <source>Close case {0}</source>
        <translation>Cerrar el caso {0}</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
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
    <name>Change</name>
    <message>
        <source>Tag removed</source>
        <translation>Etiqueta quitada</translation>
    </message>
    <message>
        <source>Text of a row that can&apos;t be read</source>
        <translation>Texto de una fila que no se puede leer</translation>
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
        <translation>Etiqueta agregada</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Sin cambios</translation>
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
        <source>remove it</source>
        <translation>quitarla</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>agregarla</translation>
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
        <source>(not there)</source>
        <translation>(no está)</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>Somebody changed these fields of case {0} since you did. Nothing is sent before you decide.</source>
        <translation>Alguien cambió estos campos del caso {0} después de usted. No se envía nada antes de que usted decida.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Mantener lo mío</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar lo del colega</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>Fields in conflict</source>
        <translation>Campos en conflicto</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Del colega</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>lo del colega</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>lo mío</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Allow plain &amp;http</source>
        <translation>Permitir &amp;http simple</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Servidor &amp;proxy</translation>
    </message>
    <message>
        <source>Empty goes by the system&apos;s own settings. From the next start on.</source>
        <translation>Si está vacío, se usa la configuración del sistema. A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>⚠ Whoever is on the way can then read everything, your access token too. Only for a server in a network that you trust. From the next start on.</source>
        <translation>⚠ Cualquiera en el camino puede entonces leer todo, también su token de acceso. Solo para un servidor en una red en la que usted confía. A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Seconds to wait for an answer</source>
        <translation>&amp;Segundos de espera por una respuesta</translation>
    </message>
    <message>
        <source>More for a slow server. From the next start on.</source>
        <translation>Más para un servidor lento. A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>This is no proxy&apos;s address. It looks like http://proxy.example.org:3128.</source>
        <translation>Esto no es la dirección de un proxy. Debe ser como http://proxy.example.org:3128.</translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
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
    <name>ContactPane</name>
    <message>
        <source>Who a case is about is shown here.</source>
        <translation>Aquí se muestra de quién es el caso.</translation>
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
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>There is no message in this case.</source>
        <translation>Este caso no tiene mensajes.</translation>
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
        <source>It asks to wait 1 second.</source>
        <translation>Pide esperar 1 segundo.</translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n seconds.</source>
        <translation>
            <numerusform>Pide esperar %n segundo.</numerusform>
            <numerusform>Pide esperar %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataFile</name>
    <message>
        <source>The data file was replaced while Case Editor was running. What waits was saved again.</source>
        <translation>El archivo de datos se reemplazó mientras Case Editor estaba abierto. Lo que espera se guardó de nuevo.</translation>
    </message>
    <message>
        <source>More rows couldn&apos;t be read: {0}. History shows their text.</source>
        <translation>No se pudieron leer más filas: {0}. El historial muestra su texto.</translation>
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
        <source>One draft of case {0} couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>No se pudo leer un borrador del caso {0}. Se conserva en el archivo de datos (el historial muestra su texto).</translation>
    </message>
    <message>
        <source>One submission of case {0} couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>No se pudo leer un envío del caso {0}. Se conserva en el archivo de datos (el historial muestra su texto).</translation>
    </message>
    <message>
        <source>The template “{0}” couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>No se pudo leer la plantilla «{0}». Se conserva en el archivo de datos (el historial muestra su texto).</translation>
    </message>
    <message>
        <source>Others on this computer can read {0}. Restrict its permissions to yourself.</source>
        <translation>Otras personas que usan este equipo pueden leer {0}. Restrinja los permisos a su usuario.</translation>
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
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>NOT saved: {0} Nothing is sent.</source>
        <translation>NO se guardó: {0} No se envía nada.</translation>
    </message>
    <message>
        <source>Stored at the server, but NOT noted on this computer: {0} It is tried again.</source>
        <translation>Registrado en el servidor, pero NO anotado en este equipo: {0} Se intenta de nuevo.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Your changes come back into the draft when it is.</source>
        <translation>NO se guardó: {0} Sus cambios vuelven al borrador cuando se guarde.</translation>
    </message>
    <message>
        <source>NOT saved: {0} What became of your changes is looked for until it is.</source>
        <translation>NO se guardó: {0} Hasta que se guarde, se sigue buscando qué pasó con sus cambios.</translation>
    </message>
    <message>
        <source>The changes of case {0} were submitted by {1}, and wait until {1} signs in.</source>
        <translation>Los cambios del caso {0} los envió {1}, y esperan hasta que {1} inicie sesión.</translation>
    </message>
    <message>
        <source>The server refused the changes of case {0}{1} They are in your draft again.</source>
        <translation>El servidor rechazó los cambios del caso {0}{1} Están de nuevo en su borrador.</translation>
    </message>
    <message>
        <source>The changes of case {0} are in your draft again.</source>
        <translation>Los cambios del caso {0} están de nuevo en su borrador.</translation>
    </message>
    <message>
        <source>Submitted again, they are first looked for at the server.</source>
        <translation>Si se envían otra vez, primero se buscan en el servidor.</translation>
    </message>
    <message>
        <source>It is not known yet whether case {0} was stored; Case Editor is looking.</source>
        <translation>Todavía no se sabe si el caso {0} quedó registrado; Case Editor lo está averiguando.</translation>
    </message>
    <message>
        <source>Somebody else changed the same fields of case {0}. Decide which to keep.</source>
        <translation>Otra persona cambió los mismos campos del caso {0}. Decida cuáles mantener.</translation>
    </message>
    <message>
        <source>The changes of case {0} wait for you to sign in.</source>
        <translation>Los cambios del caso {0} esperan a que usted inicie sesión.</translation>
    </message>
    <message>
        <source>{0} The changes of case {1} wait; they are sent when it works again.</source>
        <translation>{0} Los cambios del caso {1} esperan; se envían cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>What you left to your colleague was not sent.</source>
        <translation>Lo que dejó como lo tenía su colega no se envió.</translation>
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
        <source>It is not known whether the changes of case {0} were stored.</source>
        <translation>No se sabe si los cambios del caso {0} quedaron registrados.</translation>
    </message>
    <message>
        <source>Ended ({1}), but NOT noted on this computer: {0} It is tried again.</source>
        <translation>Terminado ({1}), pero NO anotado en este equipo: {0} Se vuelve a intentar.</translation>
    </message>
    <message>
        <source>Case {0} was submitted with another token, and waits. See the others’ submissions.</source>
        <translation>El caso {0} se envió con otro token y espera. Vea los envíos de otros.</translation>
    </message>
    <message>
        <source>Decide by what the server shows.</source>
        <translation>Decida según lo que muestra el servidor.</translation>
    </message>
    <message>
        <source>{0} Close it: the changes of case {1} wait for that.</source>
        <translation>{0} Ciérrelo: los cambios del caso {1} esperan a eso.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when its present state can be read.</source>
        <translation>{0} El caso {1} se enviará cuando se pueda leer su estado actual.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} are removed when it works again.</source>
        <translation>{0} Las etiquetas del caso {1} se quitan cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>{0} What became of the changes of case {1} is seen when it works again.</source>
        <translation>{0} Qué pasó con los cambios del caso {1} se verá cuando vuelva a funcionar.</translation>
    </message>
    <message>
        <source>A note of case {0}, of which nobody knew what became, is at the server after all.</source>
        <translation>Una nota del caso {0}, de la que no se sabía qué había pasado, sí está en el servidor.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server holds some of it differently.</source>
        <translation>Enviado: aceptado a las {0}. El servidor tiene una parte de otra manera.</translation>
    </message>
    <message>
        <source>Nothing was submitted: case {0} stays as your colleague left it.</source>
        <translation>No se envió nada: el caso {0} queda como lo dejó su colega.</translation>
    </message>
    <message>
        <source>Submitted: stored at {0}</source>
        <translation>Enviado: registrado a las {0}</translation>
    </message>
    <message>
        <source>{0}: it was stored, but the server does not show it</source>
        <translation>{0}: quedó registrado, pero el servidor no lo muestra</translation>
    </message>
    <message>
        <source>{0}: the server holds “{1}”</source>
        <translation>{0}: el servidor tiene “{1}”</translation>
    </message>
    <message>
        <source>Not sent: the changes of case {0} are in your draft again.</source>
        <translation>No se envió nada: los cambios del caso {0} están de nuevo en su borrador.</translation>
    </message>
    <message>
        <source>They can&apos;t be sent as attributes: leave them out or rename them, then submit.</source>
        <translation>No pueden enviarse como atributos: quítelos o cámbieles el nombre y envíe.</translation>
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
        <source>You sent a note like this one shortly before, and gave it up: it may be there.</source>
        <translation>Hace poco envió una nota como esta y la abandonó: es posible que esté en el servidor.</translation>
    </message>
    <message>
        <source>If it can&apos;t be found or closed, restart the computer it runs on: until then nothing is sent.</source>
        <translation>Si no lo encuentra o no puede cerrarlo, reinicie el equipo en el que está abierto: hasta entonces no se envía nada.</translation>
    </message>
    <message>
        <source>{0} wants another token for case {1}. Sign in: what is not saved yet is then sent.</source>
        <translation>{0} pide otro token para el caso {1}. Inicie sesión: lo que aún no se guardó se envía entonces.</translation>
    </message>
    <message>
        <source>It accepted this token just before</source>
        <translation>Justo antes aceptó este token</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server doesn&apos;t show it all.</source>
        <translation>Enviado: aceptado a las {0}. El servidor no lo muestra todo.</translation>
    </message>
    <message>
        <source>{0}: the server accepted it, but doesn&apos;t show it</source>
        <translation>{0}: el servidor lo aceptó, pero no lo muestra</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>The case was changed since, by {0}.</source>
        <translation>Desde entonces el caso fue cambiado por {0}.</translation>
    </message>
    <message>
        <source>{0} “{1}”: is there</source>
        <translation>{0} “{1}”: está</translation>
    </message>
    <message>
        <source>{0} “{1}”: is not there</source>
        <translation>{0} “{1}”: no está</translation>
    </message>
    <message>
        <source>{0} “{1}”: was there, and is “{2}” now</source>
        <translation>{0} “{1}”: estaba, y ahora es “{2}”</translation>
    </message>
    <message>
        <source>{0} “{1}”: there is a new note that may be yours: “{2}”</source>
        <translation>{0} “{1}”: hay una nota nueva que puede ser suya: “{2}”</translation>
    </message>
    <message>
        <source>{0} “{1}”: this server shows no notes</source>
        <translation>{0} “{1}”: este servidor no muestra notas</translation>
    </message>
    <message>
        <source>{0} “{1}”: can&apos;t be seen; the server may not show all notes</source>
        <translation>{0} “{1}”: no se puede ver; es posible que el servidor no muestre todas las notas</translation>
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
        <translation>el de su colega; no enviado</translation>
    </message>
    <message>
        <source>stored in part; the rest is theirs</source>
        <translation>registrado en parte; el resto es de su colega</translation>
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
        <source>waits</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>enviándose</translation>
    </message>
    <message>
        <source>not known; looking</source>
        <translation>no se sabe; averiguando</translation>
    </message>
    <message>
        <source>not known: your decision</source>
        <translation>no se sabe: decida usted</translation>
    </message>
    <message>
        <source>conflict: your decision</source>
        <translation>conflicto: decida usted</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>removing tags</source>
        <translation>quitando etiquetas</translation>
    </message>
    <message>
        <source>refused; in the draft</source>
        <translation>rechazado; en el borrador</translation>
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
        <source>Qt platform</source>
        <translation>Plataforma de Qt</translation>
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
        <source>Looking at folder, keyring and server</source>
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
        <source>Contact and profiles</source>
        <translation>Contacto y perfiles</translation>
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
    <name>DraftStatus</name>
    <message>
        <source>⚠ NOT saved: {0}</source>
        <translation>⚠ NO guardado: {0}</translation>
    </message>
    <message>
        <source>· saved as a draft at {0}</source>
        <translation>· guardado como borrador a las {0}</translation>
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
        <source>updated {0} ago, {1}</source>
        <translation>actualizado hace {0}, el {1}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation>No se puede llegar a {0}.</translation>
    </message>
    <message>
        <source>The certificate of {0} is not trusted by this computer, so nothing was sent there. Your administrator can tell whether the server or this computer has to be set right.</source>
        <translation>Este equipo no confía en el certificado de {0}, así que no se envió nada. Su administrador puede decir si hay que corregir el servidor o este equipo.</translation>
    </message>
    <message>
        <source>{0} would be reached by plain http, which anybody on the way can read. Use its https address.</source>
        <translation>A {0} se llegaría por http simple, que cualquiera en el camino puede leer. Use su dirección https.</translation>
    </message>
    <message>
        <source>The proxy or certificate settings of this computer can&apos;t be used, so {0} can&apos;t be reached. Your administrator can set them right.</source>
        <translation>La configuración de proxy o de certificados de este equipo no se puede usar, así que no se puede llegar a {0}. Su administrador puede corregirla.</translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation>{0} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The connection to {0} was lost before its answer was whole.</source>
        <translation>La conexión con {0} se perdió antes de que su respuesta estuviera completa.</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>Usted dejó de esperar la respuesta.</translation>
    </message>
    <message>
        <source>You are not signed in to {0}.</source>
        <translation>No tiene sesión iniciada en {0}.</translation>
    </message>
    <message>
        <source>{0} does not accept the access token</source>
        <translation>{0} no acepta el token de acceso</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} lo rechazó</translation>
    </message>
    <message>
        <source>{0} didn&apos;t say whether it did it (error {1})</source>
        <translation>{0} no dijo si lo hizo (error {1})</translation>
    </message>
    <message>
        <source>{0} didn&apos;t say whether it did it</source>
        <translation>{0} no dijo si lo hizo</translation>
    </message>
    <message>
        <source>{0} knows no such case</source>
        <translation>{0} no conoce ese caso</translation>
    </message>
    <message>
        <source>{0} is asked too often.</source>
        <translation>{0} recibe demasiadas solicitudes.</translation>
    </message>
    <message>
        <source>{0} takes no change of this size.</source>
        <translation>{0} no acepta un cambio de este tamaño.</translation>
    </message>
    <message>
        <source>{0} is in trouble (error {1})</source>
        <translation>{0} tiene problemas (error {1})</translation>
    </message>
    <message>
        <source>{0} sends us on to another address ({1}); this is not followed, to keep your token safe.</source>
        <translation>{0} remite a otra dirección ({1}); no se sigue, para proteger su token.</translation>
    </message>
    <message>
        <source>What {0} answered is not from a Social Gateway.</source>
        <translation>Lo que respondió {0} no viene de un Social Gateway.</translation>
    </message>
    <message>
        <source>The answer of {0} is larger than 16 MB and was not read.</source>
        <translation>La respuesta de {0} supera los 16 MB y no se leyó.</translation>
    </message>
    <message>
        <source>{0} sent its answer packed, which was not asked for.</source>
        <translation>{0} envió su respuesta comprimida, y eso no se pidió.</translation>
    </message>
    <message>
        <source>{0} answered with another case.</source>
        <translation>{0} respondió con otro caso.</translation>
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
        <source>Another Case Editor has the data folder.</source>
        <translation>Otro Case Editor tiene la carpeta de datos.</translation>
    </message>
    <message>
        <source>The server means something else by these names: {0}.</source>
        <translation>Para el servidor, estos nombres significan otra cosa: {0}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Case Editor; the log has the details.</source>
        <translation>Algo falló dentro de Case Editor; el registro tiene los detalles.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>No tiene sesión iniciada.</translation>
    </message>
    <message>
        <source>The case is not opened; nothing you typed is changed.</source>
        <translation>El caso no se abrió; nada de lo que escribió cambió.</translation>
    </message>
    <message>
        <source>The conversation can&apos;t be shown; the case is not touched by it.</source>
        <translation>La conversación no se puede mostrar; el caso no cambia por eso.</translation>
    </message>
    <message>
        <source>Change the filters and search again, or refresh the list.</source>
        <translation>Cambie los filtros y busque de nuevo, o actualice la lista.</translation>
    </message>
    <message>
        <source>What is shown may be out of date; your changes are still here.</source>
        <translation>Lo que se muestra puede no estar al día; sus cambios siguen aquí.</translation>
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
        <source>It is not known whether your changes were stored. They are still here: reload the case and look before you submit again.</source>
        <translation>No se sabe si sus cambios quedaron registrados. Siguen aquí: vuelva a cargar el caso y mire antes de enviar otra vez.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>the disk is full.</source>
        <translation>el disco está lleno.</translation>
    </message>
    <message>
        <source>the data folder can&apos;t be written.</source>
        <translation>no se puede escribir en la carpeta de datos.</translation>
    </message>
    <message>
        <source>another program holds the data file.</source>
        <translation>otro programa tiene ocupado el archivo de datos.</translation>
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
        <translation>aún no se pudieron leer los envíos pendientes. Vuelva a enviar en un momento.</translation>
    </message>
    <message>
        <source>the data file can&apos;t be used.</source>
        <translation>el archivo de datos no se puede usar.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>id</source>
        <translation>id</translation>
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
        <source>client id</source>
        <translation>id de cliente</translation>
    </message>
    <message>
        <source>CRM id</source>
        <translation>id de CRM</translation>
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
        <source>external id</source>
        <translation>id externo</translation>
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
        <source>Not taken: at most {0} characters fit here.</source>
        <translation>No se aceptó: aquí caben {0} caracteres como máximo.</translation>
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
        <source>{0} exists already. Replace it?</source>
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
        <source>With tag</source>
        <translation>Con etiqueta</translation>
    </message>
    <message>
        <source>Without tag</source>
        <translation>Sin etiqueta</translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation>Id de contacto</translation>
    </message>
    <message>
        <source>Campaign id</source>
        <translation>Id de campaña</translation>
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
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Looking…</source>
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
        <source>Previous place</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next place</source>
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
    <name>Guard</name>
    <message>
        <source>Nothing was sent. The notes name {0}, but this is case {1}. Are they meant for here?</source>
        <translation>No se envió nada. Las notas mencionan {0}, pero este es el caso {1}. ¿Las notas van aquí?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names case {0}, but this is case {1}. Is it meant for here?</source>
        <translation>No se envió nada. Una nota menciona el caso {0}, pero este es el caso {1}. ¿La nota va aquí?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names {0}, whom case {1} is about; this is case {2}. Is it meant for here?</source>
        <translation>No se envió nada. Una nota menciona a {0}, de quien es el caso {1}; este es el caso {2}. ¿La nota va aquí?</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Close it, then try again. If you start anyway, nothing is sent until it ends.</source>
        <translation>Ciérrelo e inténtelo de nuevo. Si lo inicia de todos modos, no se envía nada hasta que termine el otro.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
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
        <source>Case Editor is already open, but doesn&apos;t answer.</source>
        <translation>Case Editor ya está abierto, pero no responde.</translation>
    </message>
    <message>
        <source>Process {0} has the data folder.</source>
        <translation>El proceso {0} tiene la carpeta de datos.</translation>
    </message>
    <message>
        <source>It has had the data folder since {0}.</source>
        <translation>Tiene la carpeta de datos desde {0}.</translation>
    </message>
    <message>
        <source>Process {0} has had the data folder since {1}.</source>
        <translation>El proceso {0} tiene la carpeta de datos desde {1}.</translation>
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
        <source>Where things are kept…</source>
        <translation>Dónde se guarda cada cosa…</translation>
    </message>
    <message>
        <source>What can&apos;t be had…</source>
        <translation>Lo que no es posible…</translation>
    </message>
    <message>
        <source>About Case Editor</source>
        <translation>Acerca de Case Editor</translation>
    </message>
    <message>
        <source>What can&apos;t be had</source>
        <translation>Lo que no es posible</translation>
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
        <source>Case id or any text</source>
        <translation>Id de caso o cualquier texto</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Lo que se envió</translation>
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
        <source>Nothing found. Search for a case id or a word of it.</source>
        <translation>No se encontró nada. Busque el id de un caso o una palabra de lo que se envió.</translation>
    </message>
    <message>
        <source>Nothing was submitted or discarded yet.</source>
        <translation>Todavía no se envió ni se descartó nada.</translation>
    </message>
    <message>
        <source>The server said: “{0}”</source>
        <translation>El servidor dijo: “{0}”</translation>
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
        <source>The file could not be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>; the server held “{0}”</source>
        <translation>; el servidor tenía «{0}»</translation>
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
    <name>Instance</name>
    <message>
        <source>The data folder is free: sending goes on.</source>
        <translation>La carpeta de datos está libre: el envío continúa.</translation>
    </message>
    <message>
        <source>Another Case Editor has the data folder. Nothing is sent until you close it.</source>
        <translation>Otro Case Editor tiene la carpeta de datos. No se envía nada hasta que lo cierre.</translation>
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
        <source>The system keyring did not answer.</source>
        <translation>El llavero del sistema no respondió.</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>El llavero del sistema se negó.</translation>
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
        <source>Lists of cases</source>
        <translation>Listas de casos</translation>
    </message>
    <message>
        <source>Searches in a case</source>
        <translation>Búsquedas en un caso</translation>
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
        <source>Leave the value as it was</source>
        <translation>Dejar el valor como estaba</translation>
    </message>
    <message>
        <source>Next cell that can be edited, and out after the last</source>
        <translation>Celda editable siguiente; después de la última, salir</translation>
    </message>
    <message>
        <source>Previous cell that can be edited</source>
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
        <source>On to the next</source>
        <translation>Ir al siguiente</translation>
    </message>
    <message>
        <source>Back to the previous</source>
        <translation>Volver al anterior</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Abrir lo seleccionado</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Diálogos</translation>
    </message>
    <message>
        <source>Close without doing it</source>
        <translation>Cerrar sin hacer nada</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What you typed in case {0} is NOT saved, and will be lost.</source>
        <translation>Lo que escribió en el caso {0} NO está guardado, y se perderá.</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NO guardado</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Cerrar y perderlo</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Copy it and close</source>
        <translation>Copiarlo y cerrar</translation>
    </message>
    <message>
        <source>The data was written by a newer version of Case Editor. It is left as it is, and this version closes. Install the newer version, or start this one with another folder (--data-dir).</source>
        <translation>Los datos los escribió una versión más nueva de Case Editor. Quedan como están, y esta versión se cierra. Instale la versión más nueva, o inicie esta con otra carpeta (--data-dir).</translation>
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
        <source>Social Gateway&apos;s interface has no versions and no keys for what is sent. So there are things that Case Editor can&apos;t know; where it is in doubt it asks, and shows you what it saw.</source>
        <translation>La interfaz de Social Gateway no tiene versiones, ni claves para lo que se envía. Por eso hay cosas que Case Editor no puede saber; si tiene dudas, pregunta y le muestra lo que vio.</translation>
    </message>
    <message>
        <source>• Your note and the same note from a colleague under your user name can&apos;t be told apart.</source>
        <translation>• Su nota y la misma nota de un colega que usa el nombre de usuario de usted no se pueden distinguir.</translation>
    </message>
    <message>
        <source>• On a server that shows no notes, a note is called accepted, never stored: nobody can look.</source>
        <translation>• En un servidor que no muestra notas, una nota se da por aceptada, nunca por registrada: nadie puede comprobarlo.</translation>
    </message>
    <message>
        <source>• Of a request that a server stored by halves, only what it shows can be known.</source>
        <translation>• De una solicitud que el servidor registró a medias, solo se puede saber lo que el servidor muestra.</translation>
    </message>
    <message>
        <source>• Who changes the same field in the moment between our last look and our sending is overwritten unseen. Every other change by a colleague is merged with yours, or you are asked.</source>
        <translation>• Si alguien cambia el mismo campo en el instante entre la última lectura y el envío, su cambio se reemplaza sin que se vea. Cualquier otro cambio de un colega se combina con los de usted, o se le pregunta.</translation>
    </message>
    <message>
        <source>• A request that reaches the server too late, after a quarter of an hour, is not waited for. You are told when the case is read the next time.</source>
        <translation>• Una solicitud que llega al servidor demasiado tarde, después de un cuarto de hora, ya no se espera. Se le avisa la próxima vez que se lea el caso.</translation>
    </message>
    <message>
        <source>• An attribute can be emptied, not deleted.</source>
        <translation>• Un atributo se puede vaciar, pero no eliminar.</translation>
    </message>
    <message>
        <source>With a stamp (Preferences, Submitting), each submission carries an id of its own; where the server shows attributes, a lost answer is then no question any more.</source>
        <translation>Con un sello (Preferencias, Envío), cada envío lleva un id propio; si el servidor muestra los atributos, una respuesta perdida ya no deja dudas.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link in your browser? {0}</source>
        <translation>¿Abrir este enlace en el navegador? {0}</translation>
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
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>System goes by what the system is set to.</source>
        <translation>“Del sistema” sigue la configuración del sistema.</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Ta&amp;maño del texto</translation>
    </message>
    <message>
        <source>100 % is the system&apos;s own size.</source>
        <translation>100 % es el tamaño del sistema.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case Editor</source>
        <translation>Case Editor</translation>
    </message>
    <message>
        <source>Opens once you stop typing: {0}</source>
        <translation>Se abre cuando deje de escribir: {0}</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abriendo el caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is open already</source>
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
        <translation>Volver a cargar el caso</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Cerrar caso</translation>
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
        <source>Put in template…</source>
        <translation>Insertar plantilla…</translation>
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
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>Ir a cualquier parte…</translation>
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
        <source>Search for cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Next case of the list</source>
        <translation>Caso siguiente de la lista</translation>
    </message>
    <message>
        <source>Previous case of the list</source>
        <translation>Caso anterior de la lista</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Actualizar la lista</translation>
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
        <source>Not moved: something is being sent. Try again once it is.</source>
        <translation>No se trasladó: algo se está enviando. Inténtelo cuando termine.</translation>
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
        <source>There is nothing to move: no server was used yet.</source>
        <translation>No hay nada que trasladar: aún no se usó ningún servidor.</translation>
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
        <source>It is sent later ({0})</source>
        <translation>Se envía después ({0})</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>It is sent earlier ({0})</source>
        <translation>Se envía antes ({0})</translation>
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
        <translation>Agregar nota</translation>
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
        <source>new to you</source>
        <translation>nueva para usted</translation>
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
        <translation>Volver a cargar el caso</translation>
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
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
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
        <source>Leave out {0}</source>
        <translation>Omitir {0}</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>updated</source>
        <translation>actualizado</translation>
    </message>
    <message>
        <source>created</source>
        <translation>creado</translation>
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
        <source>id</source>
        <translation>id</translation>
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
    <name>Others</name>
    <message>
        <source>another token</source>
        <translation>otro token</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
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
        <source>It is being sent, or over. Look again later.</source>
        <translation>Se está enviando o ya terminó. Vuelva a mirar más tarde.</translation>
    </message>
    <message>
        <source>It is gone: somebody used it meanwhile.</source>
        <translation>Ya no está: alguien lo usó mientras tanto.</translation>
    </message>
    <message>
        <source>Case {0} is in your drafts now.</source>
        <translation>El caso {0} está ahora entre sus borradores.</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Everything is delivered.</source>
        <translation>Todo está entregado.</translation>
    </message>
    <message>
        <source>Nothing is sent: another Case Editor has the data folder. Close it.</source>
        <translation>No se envía nada: otro Case Editor tiene la carpeta de datos. Ciérrelo.</translation>
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
        <source>Go to anything</source>
        <translation>Ir a cualquier parte</translation>
    </message>
    <message>
        <source>Action, case or template</source>
        <translation>Acción, caso o plantilla</translation>
    </message>
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
    <name>PastePreview</name>
    <message>
        <source>Paste attributes</source>
        <translation>Pegar atributos</translation>
    </message>
    <message>
        <source>Pasted attributes that are here already, with another value: {0} of {1}</source>
        <translation>Atributos pegados que ya existen con otro valor: {0} de {1}</translation>
    </message>
    <message>
        <source>Lines pasted downwards, each on a value. Values that are overwritten: {0} of {1}</source>
        <translation>Las líneas se pegan hacia abajo, una en cada valor. Valores que se reemplazan: {0} de {1}</translation>
    </message>
    <message>
        <source>Paste and overwrite</source>
        <translation>Pegar y reemplazar</translation>
    </message>
    <message>
        <source>Paste only what is new</source>
        <translation>Pegar solo lo nuevo</translation>
    </message>
    <message>
        <source>Paste all lines into one value</source>
        <translation>Pegar todas las líneas en un solo valor</translation>
    </message>
    <message>
        <source>Paste nothing</source>
        <translation>No pegar nada</translation>
    </message>
    <message>
        <source>What would be overwritten</source>
        <translation>Lo que se reemplazaría</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Where things are kept</source>
        <translation>Dónde se guarda cada cosa</translation>
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
</context>
<context>
    <name>Problem</name>
    <message>
        <source>An attribute has a value but no name. Name it, or clear the value.</source>
        <translation>Un atributo tiene valor pero no nombre. Póngale un nombre o borre el valor.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be an attribute&apos;s name: the server means something else by it.</source>
        <translation>“{0}” no puede ser el nombre de un atributo: para el servidor significa otra cosa.</translation>
    </message>
    <message>
        <source>There is an attribute “{0}” already. Change that one instead.</source>
        <translation>Ya existe un atributo “{0}”. Cambie ese.</translation>
    </message>
    <message>
        <source>“{0}” is a field of the case itself: this may change the case.</source>
        <translation>“{0}” es un campo del caso mismo: esto puede cambiar el caso.</translation>
    </message>
    <message>
        <source>The name “{0}” begins or ends with a space, which is sent too.</source>
        <translation>El nombre “{0}” empieza o termina con un espacio, que también se envía.</translation>
    </message>
    <message>
        <source>The name “{0}” has unseen characters, which are sent too.</source>
        <translation>El nombre “{0}” tiene caracteres invisibles, que también se envían.</translation>
    </message>
</context>
<context>
    <name>PutInDialog</name>
    <message>
        <source>Put in template</source>
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
        <source>What is put in</source>
        <translation>Lo que se inserta</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Plantillas…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>There is no template yet. Write one under Templates…</source>
        <translation>Todavía no hay plantillas. Escriba una en Plantillas…</translation>
    </message>
    <message>
        <source>New note:</source>
        <translation>Nota nueva:</translation>
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
    <name>RememberedModel</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
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
        <source>What changes in case {0}</source>
        <translation>Lo que cambia en el caso {0}</translation>
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
        <source>What</source>
        <translation>Qué</translation>
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
        <source>Nothing is sent until this is put right. Submit leads to it.</source>
        <translation>No se envía nada hasta que esto se corrija. Enviar lleva ahí.</translation>
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
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
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
        <source>You are not signed in, so there is nowhere to search.</source>
        <translation>No tiene sesión iniciada, así que no hay dónde buscar.</translation>
    </message>
    <message>
        <source>The list has no further case.</source>
        <translation>La lista no tiene más casos.</translation>
    </message>
    <message>
        <source>Some of the chosen cases are not loaded: scroll to them, then open them.</source>
        <translation>Algunos de los casos elegidos no están cargados: desplácese hasta ellos y luego ábralos.</translation>
    </message>
    <message>
        <source>No case is like this, as of {0}.</source>
        <translation>Ningún caso es así, a las {0}.</translation>
    </message>
    <message>
        <source>Cases as of {0}; scroll for more.</source>
        <translation>Casos a las {0}; desplácese para ver más.</translation>
    </message>
    <message>
        <source>⚠ {0} Changed since: refresh.</source>
        <translation>⚠ {0} Hubo cambios desde entonces: actualice.</translation>
    </message>
    <message>
        <source>⚠ {0} It may be out of date.</source>
        <translation>⚠ {0} Puede no estar al día.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Case {0} is not open: you stopped waiting for it.</source>
        <translation>El caso {0} no está abierto: usted dejó de esperarlo.</translation>
    </message>
    <message>
        <source>Case {0} reloaded</source>
        <translation>Caso {0} recargado</translation>
    </message>
    <message>
        <source>Your draft of case {0} couldn&apos;t be read yet: {1} Trying again.</source>
        <translation>Aún no se pudo leer su borrador del caso {0}: {1} Se vuelve a intentar.</translation>
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
        <source>What stands here was typed by {0} and is not submitted as somebody else. Sign in as {0} to submit it, or discard the changes and reload the case.</source>
        <translation>Lo que hay aquí lo escribió {0} y no se envía en nombre de otra persona. Inicie sesión como {0} para enviarlo, o descarte los cambios y vuelva a cargar el caso.</translation>
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
        <translation>No se envió nada: no se puede leer el caso {0}. Sus cambios se conservan; vuelva a cargarlo.</translation>
    </message>
    <message>
        <source>Nothing was sent: your earlier draft of case {0} couldn&apos;t be read yet.</source>
        <translation>No se envió nada: aún no se pudo leer su borrador anterior del caso {0}.</translation>
    </message>
    <message>
        <source>Text typed since is not submitted yet.</source>
        <translation>Lo escrito desde entonces aún no se envió.</translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation>No se envió nada. {0}</translation>
    </message>
    <message>
        <source>There is nothing to submit: nothing is changed.</source>
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
        <source>The administrator of your Social Gateway hands out access tokens.</source>
        <translation>El administrador de su Social Gateway entrega los tokens de acceso.</translation>
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
        <source>You are not signed in.</source>
        <translation>No tiene sesión iniciada.</translation>
    </message>
</context>
<context>
    <name>Since</name>
    <message>
        <source>the subject</source>
        <translation>el asunto</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>el estado</translation>
    </message>
    <message>
        <source>tags ({0})</source>
        <translation>etiquetas ({0})</translation>
    </message>
    <message>
        <source>a new note</source>
        <translation>una nota nueva</translation>
    </message>
    <message>
        <source>{0} new notes</source>
        <translation>{0} notas nuevas</translation>
    </message>
    <message>
        <source>attributes ({0})</source>
        <translation>atributos ({0})</translation>
    </message>
    <message>
        <source>Changed since you opened it just now: {0}</source>
        <translation>Cambió desde que usted lo abrió hace un momento: {0}</translation>
    </message>
    <message>
        <source>Changed since you opened it {0} ago: {1}</source>
        <translation>Cambió desde que usted lo abrió hace {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SubmittingPage</name>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>&amp;Days to keep the history</source>
        <translation>&amp;Días que se guarda el historial</translation>
    </message>
    <message>
        <source>What ended longer ago is deleted, from the next start on: it holds customers&apos; data.</source>
        <translation>Lo que terminó hace más tiempo se elimina, a partir del próximo inicio: contiene datos de clientes.</translation>
    </message>
    <message>
        <source>&amp;Stamp attribute</source>
        <translation>Atributo del &amp;sello</translation>
    </message>
    <message>
        <source>Each submission also sets this attribute to an id of its own. Where the server shows attributes, it is then certain whether a submission was stored, even if the answer was lost.</source>
        <translation>Cada envío pone además un id propio en este atributo. Si el servidor muestra los atributos, se sabe con certeza si un envío quedó registrado, aunque se pierda la respuesta.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be the stamp: the server means something else by it. Take another name.</source>
        <translation>“{0}” no puede ser el sello: para el servidor significa otra cosa. Use otro nombre.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Reserved, so they can&apos;t be sent as attributes: {0}.</source>
        <translation>Nombres reservados, que no se pueden enviar como atributos: {0}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <translation>“{0}” es {1}</translation>
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
        <source>there is nothing between a name and a value. It looks like name=value.</source>
        <translation>no hay nada entre un nombre y un valor. Debe ser como nombre=valor.</translation>
    </message>
    <message>
        <source>there are more than two cells: a name and a value are expected.</source>
        <translation>hay más de dos celdas: se esperan un nombre y un valor.</translation>
    </message>
    <message>
        <source>a quotation mark is opened and not closed, or text follows it.</source>
        <translation>se abren comillas que no se cierran, o les sigue texto.</translation>
    </message>
    <message>
        <source>this begins as JSON, but is none.</source>
        <translation>empieza como JSON, pero no lo es.</translation>
    </message>
    <message>
        <source>this JSON is no object, so it has no names.</source>
        <translation>este JSON no es un objeto, así que no tiene nombres.</translation>
    </message>
    <message>
        <source>a second record begins. Paste the heading with one record alone.</source>
        <translation>empieza un segundo registro. Pegue el encabezado con un solo registro.</translation>
    </message>
    <message>
        <source>there is nothing in this JSON.</source>
        <translation>este JSON no contiene nada.</translation>
    </message>
    <message>
        <source>the name “{0}” is there twice.</source>
        <translation>el nombre “{0}” aparece dos veces.</translation>
    </message>
    <message>
        <source>“{0}” has no meaning. A backslash is written \\.</source>
        <translation>“{0}” no significa nada. Una barra invertida se escribe \\.</translation>
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
        <translation>Agregar etiqueta</translation>
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
</context>
<context>
    <name>TagCompleter</name>
    <message>
        <source>Known tags: {0}</source>
        <translation>Etiquetas conocidas: {0}</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to be added</source>
        <translation>se agregará</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>se quitará</translation>
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
        <translation>Etiquetas, una por línea</translation>
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
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translation>“{0}” está quitada.</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Importar plantillas</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>No se pudo leer el archivo.</translation>
    </message>
    <message>
        <source>This file holds no templates; nothing was imported.</source>
        <translation>Este archivo no tiene plantillas; no se importó nada.</translation>
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
        <source>The file could not be written.</source>
        <translation>No se pudo escribir el archivo.</translation>
    </message>
    <message>
        <source>There is no template yet. “New template” begins one.</source>
        <translation>Todavía no hay plantillas. “Plantilla nueva” crea una.</translation>
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
        <source>change of subject</source>
        <translation>cambio de asunto</translation>
    </message>
    <message>
        <source>typing of tag</source>
        <translation>escritura de etiqueta</translation>
    </message>
    <message>
        <source>several tags</source>
        <translation>varias etiquetas</translation>
    </message>
    <message>
        <source>removal of unseen characters</source>
        <translation>eliminación de caracteres invisibles</translation>
    </message>
    <message>
        <source>tag {0}</source>
        <translation>etiqueta {0}</translation>
    </message>
    <message>
        <source>change of {0}</source>
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
        <source>discarding</source>
        <translation>descarte</translation>
    </message>
    <message>
        <source>typing of note</source>
        <translation>escritura de nota</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>nota nueva</translation>
    </message>
    <message>
        <source>removal of note</source>
        <translation>eliminación de nota</translation>
    </message>
    <message>
        <source>order of notes</source>
        <translation>orden de las notas</translation>
    </message>
    <message>
        <source>return of changes</source>
        <translation>regreso de los cambios</translation>
    </message>
    <message>
        <source>change of note</source>
        <translation>cambio de nota</translation>
    </message>
    <message>
        <source>pasting of attributes</source>
        <translation>pegado de atributos</translation>
    </message>
    <message>
        <source>bulk text</source>
        <translation>texto en bloque</translation>
    </message>
    <message>
        <source>reverting of attributes</source>
        <translation>reversión de atributos</translation>
    </message>
    <message>
        <source>trimming of names</source>
        <translation>quitar espacios de nombres</translation>
    </message>
    <message>
        <source>leaving out of attributes</source>
        <translation>omisión de atributos</translation>
    </message>
    <message>
        <source>clearing of attributes</source>
        <translation>vaciado de atributos</translation>
    </message>
</context>
<context>
    <name>UnseenLine</name>
    <message>
        <source>Remove unseen characters</source>
        <translation>Quitar caracteres invisibles</translation>
    </message>
    <message>
        <source>Unseen characters, which are sent too: {0}</source>
        <translation>Caracteres invisibles, que también se envían: {0}</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
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
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abriendo el caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is not open.</source>
        <translation>El caso {0} no está abierto.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>The data file was damaged. It was set aside as {0}; a new one was begun.</source>
        <translation>El archivo de datos estaba dañado. Se apartó como {0}; se empezó uno nuevo.</translation>
    </message>
    <message>
        <source>Drafts and pending submissions are here again.</source>
        <translation>Los borradores y los envíos pendientes están de vuelta.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Drafts and pending submissions couldn&apos;t be read.</source>
        <translation>NO se guardó: {0} No se pudieron leer los borradores ni los envíos pendientes.</translation>
    </message>
    <message>
        <source>Trying again. What you type is kept in this window only.</source>
        <translation>Se vuelve a intentar. Lo que escriba se conserva solo en esta ventana.</translation>
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
</TS>
