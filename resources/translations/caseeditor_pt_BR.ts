<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Your administrator allows {0} only.</source>
        <translation>Seu administrador só permite {0}.</translation>
    </message>
    <message>
        <source>Signed in: {0}.</source>
        <translation>Você entrou: {0}.</translation>
    </message>
    <message>
        <source>Signed out. What is open stays; nothing is sent until you sign in again.</source>
        <translation>Você saiu da conta. O que está aberto permanece; nada é enviado até você entrar de novo.</translation>
    </message>
    <message>
        <source>The system keyring could not be asked to forget the token. {0}</source>
        <translation>Não foi possível pedir ao chaveiro do sistema que esqueça o token. {0}</translation>
    </message>
    <message>
        <source>Your administrator&apos;s policy can&apos;t be read. Use a server you have used before.</source>
        <translation>Não é possível ler a política do seu administrador. Use um servidor que você já usou.</translation>
    </message>
    <message>
        <source>This link leads to {0}, which you have never used.</source>
        <translation>Este link leva a {0}, que você nunca usou.</translation>
    </message>
    <message>
        <source>To sign in there, type its address.</source>
        <translation>Para entrar lá, digite o endereço.</translation>
    </message>
</context>
<context>
    <name>AccountLabel</name>
    <message>
        <source>signed in</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>não conectado</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sem conexão</translation>
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
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Entrar…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>The access token is in the system keyring, never in a file. Signing in and out happen at once.</source>
        <translation>O token de acesso fica no chaveiro do sistema, nunca em um arquivo. Entrar e sair da conta têm efeito imediato.</translation>
    </message>
    <message>
        <source>This is the demo: the access token is in memory only. Signing in and out happen at once.</source>
        <translation>Esta é a demonstração: o token de acesso fica só na memória. Entrar e sair da conta têm efeito imediato.</translation>
    </message>
    <message>
        <source>🔒 Your administrator has set the server.</source>
        <translation>🔒 Seu administrador definiu o servidor.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nenhum ainda</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>não conectado</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Enter a case id or a link to a case.</source>
        <translation>Insira o id de um caso ou um link para um caso.</translation>
    </message>
    <message>
        <source>This is no case id: an id is a number, such as 203.</source>
        <translation>Isto não é o id de um caso: um id é um número, como 203.</translation>
    </message>
    <message>
        <source>This link does not lead to a case. Such a link ends in /case/ and a number.</source>
        <translation>Este link não leva a um caso. Um link assim termina em /case/ e um número.</translation>
    </message>
    <message>
        <source>This is no server&apos;s address. It looks like https://example.org.</source>
        <translation>Isto não é o endereço de um servidor. Deve ser como https://example.org.</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>Open a case</source>
        <translation>Abrir um caso</translation>
    </message>
    <message>
        <source>Case id or link</source>
        <translation>Id ou link do caso</translation>
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
        <translation>Algo deu errado no Case Editor. O que você digitou continua aqui; {0}</translation>
    </message>
    <message>
        <source>the log in {0} has the details.</source>
        <translation>o registro em {0} tem os detalhes.</translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>Name of the attribute</source>
        <translation>Nome do atributo</translation>
    </message>
    <message>
        <source>Enter takes it, Escape leaves it as it was.</source>
        <translation>Enter aceita, Esc deixa como estava.</translation>
    </message>
    <message>
        <source>Value of {0}</source>
        <translation>Valor de {0}</translation>
    </message>
    <message>
        <source>Names seen before</source>
        <translation>Nomes já vistos</translation>
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
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>More for attributes</source>
        <translation>Mais para atributos</translation>
    </message>
    <message>
        <source>Bulk text…</source>
        <translation>Texto em bloco…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Sort by name (view only)</source>
        <translation>Ordenar por nome (só a exibição)</translation>
    </message>
    <message>
        <source>Trim names of new attributes</source>
        <translation>Remover espaços dos nomes de atributos novos</translation>
    </message>
    <message>
        <source>Revert all attributes</source>
        <translation>Reverter todos os atributos</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Novo atributo</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy rows as</source>
        <translation>Copiar linhas como</translation>
    </message>
    <message>
        <source>Revert cell</source>
        <translation>Reverter célula</translation>
    </message>
    <message>
        <source>Revert row</source>
        <translation>Reverter linha</translation>
    </message>
    <message>
        <source>Revert rows</source>
        <translation>Reverter linhas</translation>
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
        <translation>Nome</translation>
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
        <translation>é enviado vazio</translation>
    </message>
    <message>
        <source>The name of an attribute that the server has can&apos;t be changed.</source>
        <translation>O nome de um atributo que o servidor já tem não pode ser alterado.</translation>
    </message>
    <message>
        <source>The server means something else by this name, so the value can&apos;t be changed here.</source>
        <translation>Para o servidor este nome significa outra coisa; por isso o valor não pode ser alterado aqui.</translation>
    </message>
    <message>
        <source>This attribute is the stamp (Preferences, Submitting): each submission sets it by itself.</source>
        <translation>Este atributo é o carimbo (Preferências, Envio): cada envio o define por conta própria.</translation>
    </message>
    <message>
        <source>This value has parts of its own; it can be read here, but not changed.</source>
        <translation>Este valor tem partes próprias; aqui pode ser lido, mas não alterado.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>alterado</translation>
    </message>
    <message>
        <source>new</source>
        <translation>novo</translation>
    </message>
    <message>
        <source>This is sent as an empty value. Whether the server then empties the attribute, leaves it or removes it is not documented. An attribute can&apos;t be deleted here.</source>
        <translation>É enviado como valor vazio. Não está documentado se o servidor então esvazia o atributo, deixa como está ou o remove. Aqui não é possível excluir um atributo.</translation>
    </message>
    <message>
        <source>This value has white space that is not seen: at an end, tabs, or several in a row.</source>
        <translation>Este valor tem espaços que não se veem: em uma ponta, tabulações ou vários seguidos.</translation>
    </message>
</context>
<context>
    <name>AttributePaste</name>
    <message>
        <source>Nothing was pasted: this cell can&apos;t be changed.</source>
        <translation>Nada foi colado: esta célula não pode ser alterada.</translation>
    </message>
    <message>
        <source>Nothing was pasted. {0}</source>
        <translation>Nada foi colado. {0}</translation>
    </message>
    <message>
        <source>Attributes pasted: {0}. Ctrl+Z takes them back.</source>
        <translation>Atributos colados: {0}. Ctrl+Z desfaz.</translation>
    </message>
    <message>
        <source>Names pasted: {0} of {1}, without those that are here already. Ctrl+Z takes them back.</source>
        <translation>Nomes colados: {0} de {1}, sem os que já existem aqui. Ctrl+Z desfaz.</translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no attribute here for {0} lines. Paste the names first.</source>
        <translation>Nada foi colado: não há atributos aqui para {0} linhas. Cole primeiro os nomes.</translation>
    </message>
    <message>
        <source>Values pasted: {0}. Ctrl+Z takes them back.</source>
        <translation>Valores colados: {0}. Ctrl+Z desfaz.</translation>
    </message>
    <message>
        <source>Lines that don&apos;t fit below the last row: {0} ({1}).</source>
        <translation>Linhas que não cabem abaixo da última linha da tabela: {0} ({1}).</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be changed, so “{1}” is not pasted.</source>
        <translation>“{0}” não pode ser alterado; por isso “{1}” não é colado.</translation>
    </message>
    <message>
        <source>To paste several lines into one value, press F2 there first.</source>
        <translation>Para colar várias linhas em um só valor, pressione antes F2 nele.</translation>
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
        <translation>Esc sai da tabela.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>Nada foi copiado: não há texto aqui.</translation>
    </message>
</context>
<context>
    <name>BulkTextDialog</name>
    <message>
        <source>Bulk text</source>
        <translation>Texto em bloco</translation>
    </message>
    <message>
        <source>Attributes as text</source>
        <translation>Atributos como texto</translation>
    </message>
    <message>
        <source>Lines that are wrong</source>
        <translation>Linhas com erros</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Keep backslashes</source>
        <translation>Manter as barras invertidas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What you changed in this text is not applied.</source>
        <translation>O que você alterou neste texto não foi aplicado.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Sair sem aplicar</translation>
    </message>
    <message>
        <source>A line is an attribute: name=value. In it, \n is a line break, \t a tab, \s a space at either end, \\ a backslash, \= an equals sign in a name.
Rows copied from a table, name: value and JSON are read too; a backslash is a backslash in them.
Taking out a line takes back a new attribute. One that the case has stays as it is: there is no deleting.</source>
        <translation>Cada linha é um atributo: nome=valor. Nela, \n é uma quebra de linha, \t uma tabulação, \s um espaço em uma ponta, \\ uma barra invertida e \= um sinal de igual em um nome.
Também são lidas linhas copiadas de uma tabela, nome: valor e JSON; neles, uma barra invertida é só isso.
Ao tirar uma linha, um atributo novo é retirado. Um que o caso já tem fica como está: não é possível excluir.</translation>
    </message>
    <message>
        <source>Nothing is applied yet. Lines in which a backslash stands for something else: {0}</source>
        <translation>Nada foi aplicado ainda. Linhas em que uma barra invertida representa outra coisa: {0}</translation>
    </message>
    <message>
        <source>Lines with backslashes</source>
        <translation>Linhas com barras invertidas</translation>
    </message>
    <message>
        <source>Attributes applied.</source>
        <translation>Atributos aplicados.</translation>
    </message>
    <message>
        <source>Nothing is applied yet. Lines that are wrong: {0}</source>
        <translation>Nada foi aplicado ainda. Linhas com erros: {0}</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Shortened; Ctrl+C copies all of it · {0}</source>
        <translation>Encurtado; Ctrl+C copia tudo · {0}</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Left out: {0}. Ctrl+Z undoes it.</source>
        <translation>Deixado de fora: {0}. Ctrl+Z desfaz.</translation>
    </message>
    <message>
        <source>Tags added: {0}</source>
        <translation>Etiquetas adicionadas: {0}</translation>
    </message>
    <message>
        <source>“{0}” exists already.</source>
        <translation>“{0}” já existe.</translation>
    </message>
    <message>
        <source>Left as it was. Ctrl+Z brings back what you typed.</source>
        <translation>Ficou como estava. Ctrl+Z traz de volta o que você digitou.</translation>
    </message>
    <message>
        <source>Changes discarded. Ctrl+Z brings them back.</source>
        <translation>Alterações descartadas. Ctrl+Z as recupera.</translation>
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
        <translation>Parar de esperar</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Revisar alterações</translation>
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
        <translation>Página do caso ↗</translation>
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
        <translation>Casos recentes</translation>
    </message>
    <message>
        <source>The cases you open are listed here.</source>
        <translation>Aqui aparecem os casos que você abre.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>There is no draft.</source>
        <translation>Não há nenhum rascunho.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>The list has no further case.</source>
        <translation>A lista não tem mais casos.</translation>
    </message>
    <message>
        <source>Drafts {0}</source>
        <translation>Rascunhos {0}</translation>
    </message>
</context>
<context>
    <name>CasePrompts</name>
    <message>
        <source>Your changes are on the clipboard.</source>
        <translation>Suas alterações estão na área de transferência.</translation>
    </message>
    <message>
        <source>Case Editor keeps looking.</source>
        <translation>O Case Editor continua verificando.</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>No case is open.
Paste a case id or a link above, then press Enter.</source>
        <translation>Nenhum caso está aberto.
Cole acima o id de um caso ou um link e pressione Enter.</translation>
    </message>
    <message>
        <source>Close case {0}</source>
        <translation>Fechar o caso {0}</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Tag removed</source>
        <translation>Etiqueta removida</translation>
    </message>
    <message>
        <source>Text of a row that can&apos;t be read</source>
        <translation>Texto de uma linha que não pode ser lida</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation>Etiqueta adicionada</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Nenhuma alteração</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation>Etiqueta {0}</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>remover</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>adicionar</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>recolocada</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>removida</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(não existe)</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>Somebody changed these fields of case {0} since you did. Nothing is sent before you decide.</source>
        <translation>Alguém alterou estes campos do caso {0} depois de você. Nada é enviado antes que você decida.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Manter o meu</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar o do colega</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir depois</translation>
    </message>
    <message>
        <source>Fields in conflict</source>
        <translation>Campos em conflito</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meu</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Do colega</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>o do colega</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>o meu</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Allow plain &amp;http</source>
        <translation>Permitir &amp;http simples</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Servidor &amp;proxy</translation>
    </message>
    <message>
        <source>Empty goes by the system&apos;s own settings. From the next start on.</source>
        <translation>Se estiver vazio, usa a configuração do sistema. A partir do próximo início.</translation>
    </message>
    <message>
        <source>⚠ Whoever is on the way can then read everything, your access token too. Only for a server in a network that you trust. From the next start on.</source>
        <translation>⚠ Qualquer um no caminho pode então ler tudo, inclusive seu token de acesso. Só para um servidor em uma rede em que você confia. A partir do próximo início.</translation>
    </message>
    <message>
        <source>&amp;Seconds to wait for an answer</source>
        <translation>&amp;Segundos de espera por uma resposta</translation>
    </message>
    <message>
        <source>More for a slow server. From the next start on.</source>
        <translation>Mais para um servidor lento. A partir do próximo início.</translation>
    </message>
    <message>
        <source>This is no proxy&apos;s address. It looks like http://proxy.example.org:3128.</source>
        <translation>Isto não é o endereço de um proxy. Deve ser como http://proxy.example.org:3128.</translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
    <message>
        <source>no name</source>
        <translation>sem nome</translation>
    </message>
    <message>
        <source>no channel</source>
        <translation>sem canal</translation>
    </message>
</context>
<context>
    <name>ContactPane</name>
    <message>
        <source>Who a case is about is shown here.</source>
        <translation>Aqui aparece de quem é o caso.</translation>
    </message>
</context>
<context>
    <name>ContactTree</name>
    <message>
        <source>Contact and profiles</source>
        <translation>Contato e perfis</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation>Abrir link…</translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>received</source>
        <translation>recebida</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Search conversation</source>
        <translation>Buscar na conversa</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>There is no message in this case.</source>
        <translation>Este caso não tem mensagens.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 change</source>
        <translation>1 alteração</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n alteração</numerusform>
            <numerusform>%n alterações</numerusform>
        </translation>
    </message>
    <message>
        <source>1 case as of {0}.</source>
        <translation>1 caso, às {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases as of {0}.</source>
        <translation>
            <numerusform>%Ln caso, às {0}.</numerusform>
            <numerusform>%Ln casos, às {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mês</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mês</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 ano</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n ano</numerusform>
            <numerusform>%n anos</numerusform>
        </translation>
    </message>
    <message>
        <source>It asks to wait 1 second.</source>
        <translation>Ele pede para esperar 1 segundo.</translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n seconds.</source>
        <translation>
            <numerusform>Ele pede para esperar %n segundo.</numerusform>
            <numerusform>Ele pede para esperar %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataFile</name>
    <message>
        <source>The data file was replaced while Case Editor was running. What waits was saved again.</source>
        <translation>O arquivo de dados foi substituído enquanto o Case Editor estava aberto. O que aguarda foi salvo de novo.</translation>
    </message>
    <message>
        <source>More rows couldn&apos;t be read: {0}. History shows their text.</source>
        <translation>Mais linhas não puderam ser lidas: {0}. O histórico mostra o texto delas.</translation>
    </message>
    <message>
        <source>1 draft</source>
        <translation>1 rascunho</translation>
    </message>
    <message>
        <source>{0} drafts</source>
        <translation>{0} rascunhos</translation>
    </message>
    <message>
        <source>1 submission</source>
        <translation>1 envio</translation>
    </message>
    <message>
        <source>{0} submissions</source>
        <translation>{0} envios</translation>
    </message>
    <message>
        <source>{0} and {1} were recovered.</source>
        <translation>{0} e {1} foram recuperados.</translation>
    </message>
    <message>
        <source>No draft or pending submission could be recovered.</source>
        <translation>Nenhum rascunho ou envio pendente pôde ser recuperado.</translation>
    </message>
    <message>
        <source>{0} was recovered.</source>
        <translation>{0} foi recuperado.</translation>
    </message>
    <message>
        <source>{0} were recovered.</source>
        <translation>{0} foram recuperados.</translation>
    </message>
    <message>
        <source>One draft of case {0} couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>Um rascunho do caso {0} não pôde ser lido. Ele fica no arquivo de dados (o histórico mostra o texto).</translation>
    </message>
    <message>
        <source>One submission of case {0} couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>Um envio do caso {0} não pôde ser lido. Ele fica no arquivo de dados (o histórico mostra o texto).</translation>
    </message>
    <message>
        <source>The template “{0}” couldn&apos;t be read. It is kept in the data file (History shows its text).</source>
        <translation>O modelo “{0}” não pôde ser lido. Ele fica no arquivo de dados (o histórico mostra o texto).</translation>
    </message>
    <message>
        <source>Others on this computer can read {0}. Restrict its permissions to yourself.</source>
        <translation>Outras pessoas neste computador podem ler {0}. Restrinja as permissões ao seu usuário.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>a moment</source>
        <translation>um momento</translation>
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
        <translation>NÃO foi salvo: {0} Nada é enviado.</translation>
    </message>
    <message>
        <source>Stored at the server, but NOT noted on this computer: {0} It is tried again.</source>
        <translation>Registrado no servidor, mas NÃO anotado neste computador: {0} Nova tentativa em andamento.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Your changes come back into the draft when it is.</source>
        <translation>NÃO foi salvo: {0} Suas alterações voltam para o rascunho quando for salvo.</translation>
    </message>
    <message>
        <source>NOT saved: {0} What became of your changes is looked for until it is.</source>
        <translation>NÃO foi salvo: {0} Até que seja salvo, continua a verificação do que aconteceu com suas alterações.</translation>
    </message>
    <message>
        <source>The changes of case {0} were submitted by {1}, and wait until {1} signs in.</source>
        <translation>As alterações do caso {0} foram enviadas por {1} e esperam até que {1} entre.</translation>
    </message>
    <message>
        <source>The server refused the changes of case {0}{1} They are in your draft again.</source>
        <translation>O servidor recusou as alterações do caso {0}{1} Elas estão de novo no seu rascunho.</translation>
    </message>
    <message>
        <source>The changes of case {0} are in your draft again.</source>
        <translation>As alterações do caso {0} estão de novo no seu rascunho.</translation>
    </message>
    <message>
        <source>Submitted again, they are first looked for at the server.</source>
        <translation>Se forem enviadas de novo, primeiro são procuradas no servidor.</translation>
    </message>
    <message>
        <source>It is not known yet whether case {0} was stored; Case Editor is looking.</source>
        <translation>Ainda não se sabe se o caso {0} ficou registrado; o Case Editor está verificando.</translation>
    </message>
    <message>
        <source>Somebody else changed the same fields of case {0}. Decide which to keep.</source>
        <translation>Outra pessoa alterou os mesmos campos do caso {0}. Decida quais manter.</translation>
    </message>
    <message>
        <source>The changes of case {0} wait for you to sign in.</source>
        <translation>As alterações do caso {0} esperam que você entre.</translation>
    </message>
    <message>
        <source>{0} The changes of case {1} wait; they are sent when it works again.</source>
        <translation>{0} As alterações do caso {1} esperam; são enviadas quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>What you left to your colleague was not sent.</source>
        <translation>O que você deixou como seu colega fez não foi enviado.</translation>
    </message>
    <message>
        <source>Submitted: stored, as you say, at {0}</source>
        <translation>Enviado: registrado, segundo você, às {0}</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0} (this server shows no notes)</source>
        <translation>Enviado: aceito às {0} (este servidor não mostra notas)</translation>
    </message>
    <message>
        <source>It is not known whether the changes of case {0} were stored.</source>
        <translation>Não se sabe se as alterações do caso {0} ficaram registradas.</translation>
    </message>
    <message>
        <source>Ended ({1}), but NOT noted on this computer: {0} It is tried again.</source>
        <translation>Concluído ({1}), mas NÃO anotado neste computador: {0} Nova tentativa em seguida.</translation>
    </message>
    <message>
        <source>Case {0} was submitted with another token, and waits. See the others’ submissions.</source>
        <translation>O caso {0} foi enviado com outro token e espera. Veja os envios de outros.</translation>
    </message>
    <message>
        <source>Decide by what the server shows.</source>
        <translation>Decida pelo que o servidor mostra.</translation>
    </message>
    <message>
        <source>{0} Close it: the changes of case {1} wait for that.</source>
        <translation>{0} Feche-o: as alterações do caso {1} esperam por isso.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when its present state can be read.</source>
        <translation>{0} O caso {1} será enviado quando o estado atual dele puder ser lido.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} are removed when it works again.</source>
        <translation>{0} As etiquetas do caso {1} são removidas quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>{0} What became of the changes of case {1} is seen when it works again.</source>
        <translation>{0} O que aconteceu com as alterações do caso {1} será visto quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>A note of case {0}, of which nobody knew what became, is at the server after all.</source>
        <translation>Uma nota do caso {0}, da qual não se sabia o que havia acontecido, está sim no servidor.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server holds some of it differently.</source>
        <translation>Enviado: aceito às {0}. O servidor tem uma parte diferente.</translation>
    </message>
    <message>
        <source>Nothing was submitted: case {0} stays as your colleague left it.</source>
        <translation>Nada foi enviado: o caso {0} fica como seu colega o deixou.</translation>
    </message>
    <message>
        <source>Submitted: stored at {0}</source>
        <translation>Enviado: registrado às {0}</translation>
    </message>
    <message>
        <source>{0}: it was stored, but the server does not show it</source>
        <translation>{0}: ficou registrado, mas o servidor não mostra</translation>
    </message>
    <message>
        <source>{0}: the server holds “{1}”</source>
        <translation>{0}: o servidor tem “{1}”</translation>
    </message>
    <message>
        <source>Not sent: the changes of case {0} are in your draft again.</source>
        <translation>Nada foi enviado: as alterações do caso {0} estão de novo no seu rascunho.</translation>
    </message>
    <message>
        <source>They can&apos;t be sent as attributes: leave them out or rename them, then submit.</source>
        <translation>Não podem ser enviados como atributos: deixe-os de fora ou mude o nome deles e envie.</translation>
    </message>
    <message>
        <source>Not saved: {0} accepted the token, but not for case {1}{2}</source>
        <translation>Não salvo: {0} aceitou o token, mas não para o caso {1}{2}</translation>
    </message>
    <message>
        <source>Your changes are back in the draft. Sign in again, then submit.</source>
        <translation>Suas alterações voltaram ao rascunho. Entre de novo e envie.</translation>
    </message>
    <message>
        <source>You sent a note like this one shortly before, and gave it up: it may be there.</source>
        <translation>Há pouco você enviou uma nota como esta e desistiu dela: talvez ela esteja no servidor.</translation>
    </message>
    <message>
        <source>If it can&apos;t be found or closed, restart the computer it runs on: until then nothing is sent.</source>
        <translation>Se não o encontrar ou não puder fechá-lo, reinicie o computador em que está aberto: até lá nada é enviado.</translation>
    </message>
    <message>
        <source>{0} wants another token for case {1}. Sign in: what is not saved yet is then sent.</source>
        <translation>{0} pede outro token para o caso {1}. Entre: o que ainda não foi salvo é enviado então.</translation>
    </message>
    <message>
        <source>It accepted this token just before</source>
        <translation>Ele aceitou este token pouco antes</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server doesn&apos;t show it all.</source>
        <translation>Enviado: aceito às {0}. O servidor não mostra tudo.</translation>
    </message>
    <message>
        <source>{0}: the server accepted it, but doesn&apos;t show it</source>
        <translation>{0}: o servidor aceitou, mas não mostra</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>outra pessoa</translation>
    </message>
    <message>
        <source>The case was changed since, by {0}.</source>
        <translation>Desde então o caso foi alterado por {0}.</translation>
    </message>
    <message>
        <source>{0} “{1}”: is there</source>
        <translation>{0} “{1}”: está lá</translation>
    </message>
    <message>
        <source>{0} “{1}”: is not there</source>
        <translation>{0} “{1}”: não está lá</translation>
    </message>
    <message>
        <source>{0} “{1}”: was there, and is “{2}” now</source>
        <translation>{0} “{1}”: estava lá, e agora é “{2}”</translation>
    </message>
    <message>
        <source>{0} “{1}”: there is a new note that may be yours: “{2}”</source>
        <translation>{0} “{1}”: há uma nota nova que pode ser sua: “{2}”</translation>
    </message>
    <message>
        <source>{0} “{1}”: this server shows no notes</source>
        <translation>{0} “{1}”: este servidor não mostra notas</translation>
    </message>
    <message>
        <source>{0} “{1}”: can&apos;t be seen; the server may not show all notes</source>
        <translation>{0} “{1}”: não é possível ver; talvez o servidor não mostre todas as notas</translation>
    </message>
    <message>
        <source>{0}; removing tags</source>
        <translation>{0}; removendo etiquetas</translation>
    </message>
    <message>
        <source>stored; the text differs</source>
        <translation>registrado; o texto difere</translation>
    </message>
    <message>
        <source>accepted; can&apos;t be verified</source>
        <translation>aceito; não pode ser verificado</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difere</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>não está lá</translation>
    </message>
    <message>
        <source>differs: changed since</source>
        <translation>difere: alterado depois</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>segundo você</translation>
    </message>
    <message>
        <source>theirs; not sent</source>
        <translation>o do colega; não enviado</translation>
    </message>
    <message>
        <source>stored in part; the rest is theirs</source>
        <translation>registrado em parte; o resto é do colega</translation>
    </message>
    <message>
        <source>taken back; outcome unknown</source>
        <translation>retirado; resultado desconhecido</translation>
    </message>
    <message>
        <source>turned up later</source>
        <translation>apareceu depois</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>em espera</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>sendo enviado</translation>
    </message>
    <message>
        <source>not known; looking</source>
        <translation>não se sabe; verificando</translation>
    </message>
    <message>
        <source>not known: your decision</source>
        <translation>não se sabe: você decide</translation>
    </message>
    <message>
        <source>conflict: your decision</source>
        <translation>conflito: você decide</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>removing tags</source>
        <translation>removendo etiquetas</translation>
    </message>
    <message>
        <source>refused; in the draft</source>
        <translation>recusado; no rascunho</translation>
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
        <translation>ilegível</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Qt platform</source>
        <translation>Plataforma do Qt</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Pasta de dados</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Chaveiro</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>not used here</source>
        <translation>não usado aqui</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1})</source>
        <translation>não é possível gravar em {0} ({1})</translation>
    </message>
    <message>
        <source>keeps a secret and gives it back</source>
        <translation>guarda um segredo e o devolve</translation>
    </message>
    <message>
        <source>none is set; sign in, or name one with --server</source>
        <translation>nenhum definido; entre ou indique um com --server</translation>
    </message>
    <message>
        <source>accepted by {0}</source>
        <translation>aceito por {0}</translation>
    </message>
    <message>
        <source>none is kept for {0}; sign in</source>
        <translation>nenhum guardado para {0}; entre</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Looking at folder, keyring and server</source>
        <translation>Verificando pasta, chaveiro e servidor</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Permissões</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Close {0}</source>
        <translation>Fechar {0}</translation>
    </message>
    <message>
        <source>Outbox {0}</source>
        <translation>Caixa de saída {0}</translation>
    </message>
    <message>
        <source>Contact and profiles</source>
        <translation>Contato e perfis</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Caixa de saída</translation>
    </message>
</context>
<context>
    <name>DraftStatus</name>
    <message>
        <source>⚠ NOT saved: {0}</source>
        <translation>⚠ NÃO salvo: {0}</translation>
    </message>
    <message>
        <source>· saved as a draft at {0}</source>
        <translation>· salvo como rascunho às {0}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>When (local time)</source>
        <translation>Quando (hora local)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Alteração</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Held by the server</source>
        <translation>No servidor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Server’s message</source>
        <translation>Mensagem do servidor</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>not answered for {0}, since {1}</source>
        <translation>sem resposta há {0}, desde {1}</translation>
    </message>
    <message>
        <source>not answered since {0}</source>
        <translation>sem resposta desde {0}</translation>
    </message>
    <message>
        <source>campaign {0}</source>
        <translation>campanha {0}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>reaberto</translation>
    </message>
    <message>
        <source>messages: {0}</source>
        <translation>mensagens: {0}</translation>
    </message>
    <message>
        <source>opened {0} ago, {1}</source>
        <translation>aberto há {0}, em {1}</translation>
    </message>
    <message>
        <source>opened {0}</source>
        <translation>aberto: {0}</translation>
    </message>
    <message>
        <source>created {0}</source>
        <translation>criado: {0}</translation>
    </message>
    <message>
        <source>first opened {0}</source>
        <translation>aberto pela primeira vez: {0}</translation>
    </message>
    <message>
        <source>in the inbox {0}</source>
        <translation>na caixa de entrada: {0}</translation>
    </message>
    <message>
        <source>updated {0}</source>
        <translation>atualizado: {0}</translation>
    </message>
    <message>
        <source>{0} left to answer</source>
        <translation>tempo para responder: {0}</translation>
    </message>
    <message>
        <source>overdue by {0}</source>
        <translation>vencido há {0}</translation>
    </message>
    <message>
        <source>updated {0} ago, {1}</source>
        <translation>atualizado há {0}, em {1}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation>Não é possível acessar {0}.</translation>
    </message>
    <message>
        <source>The certificate of {0} is not trusted by this computer, so nothing was sent there. Your administrator can tell whether the server or this computer has to be set right.</source>
        <translation>Este computador não confia no certificado de {0}, por isso nada foi enviado. Seu administrador pode dizer se é preciso corrigir o servidor ou este computador.</translation>
    </message>
    <message>
        <source>{0} would be reached by plain http, which anybody on the way can read. Use its https address.</source>
        <translation>O acesso a {0} seria por http simples, que qualquer um no caminho pode ler. Use o endereço https.</translation>
    </message>
    <message>
        <source>The proxy or certificate settings of this computer can&apos;t be used, so {0} can&apos;t be reached. Your administrator can set them right.</source>
        <translation>A configuração de proxy ou de certificados deste computador não pode ser usada, por isso não é possível acessar {0}. Seu administrador pode corrigi-la.</translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation>{0} não respondeu a tempo.</translation>
    </message>
    <message>
        <source>The connection to {0} was lost before its answer was whole.</source>
        <translation>A conexão com {0} caiu antes de a resposta estar completa.</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>Você parou de esperar a resposta.</translation>
    </message>
    <message>
        <source>You are not signed in to {0}.</source>
        <translation>Você não entrou em {0}.</translation>
    </message>
    <message>
        <source>{0} does not accept the access token</source>
        <translation>{0} não aceita o token de acesso</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} recusou</translation>
    </message>
    <message>
        <source>{0} didn&apos;t say whether it did it (error {1})</source>
        <translation>{0} não disse se fez (erro {1})</translation>
    </message>
    <message>
        <source>{0} didn&apos;t say whether it did it</source>
        <translation>{0} não disse se fez</translation>
    </message>
    <message>
        <source>{0} knows no such case</source>
        <translation>{0} não conhece esse caso</translation>
    </message>
    <message>
        <source>{0} is asked too often.</source>
        <translation>{0} está recebendo solicitações demais.</translation>
    </message>
    <message>
        <source>{0} takes no change of this size.</source>
        <translation>{0} não aceita uma alteração deste tamanho.</translation>
    </message>
    <message>
        <source>{0} is in trouble (error {1})</source>
        <translation>{0} está com problemas (erro {1})</translation>
    </message>
    <message>
        <source>{0} sends us on to another address ({1}); this is not followed, to keep your token safe.</source>
        <translation>{0} remete a outro endereço ({1}); isso não é seguido, para proteger seu token.</translation>
    </message>
    <message>
        <source>What {0} answered is not from a Social Gateway.</source>
        <translation>O que {0} respondeu não vem de um Social Gateway.</translation>
    </message>
    <message>
        <source>The answer of {0} is larger than 16 MB and was not read.</source>
        <translation>A resposta de {0} passa de 16 MB e não foi lida.</translation>
    </message>
    <message>
        <source>{0} sent its answer packed, which was not asked for.</source>
        <translation>{0} enviou a resposta compactada, o que não foi pedido.</translation>
    </message>
    <message>
        <source>{0} answered with another case.</source>
        <translation>{0} respondeu com outro caso.</translation>
    </message>
    <message>
        <source>A cache answered instead of {0}.</source>
        <translation>Um cache respondeu no lugar de {0}.</translation>
    </message>
    <message>
        <source>NOT saved: {0}</source>
        <translation>NÃO foi salvo: {0}</translation>
    </message>
    <message>
        <source>Another Case Editor has the data folder.</source>
        <translation>Outro Case Editor está com a pasta de dados.</translation>
    </message>
    <message>
        <source>The server means something else by these names: {0}.</source>
        <translation>Para o servidor, estes nomes significam outra coisa: {0}.</translation>
    </message>
    <message>
        <source>Something went wrong inside Case Editor; the log has the details.</source>
        <translation>Algo deu errado no Case Editor; o registro tem os detalhes.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Você não entrou.</translation>
    </message>
    <message>
        <source>The case is not opened; nothing you typed is changed.</source>
        <translation>O caso não foi aberto; nada do que você digitou mudou.</translation>
    </message>
    <message>
        <source>The conversation can&apos;t be shown; the case is not touched by it.</source>
        <translation>A conversa não pode ser mostrada; o caso não muda por isso.</translation>
    </message>
    <message>
        <source>Change the filters and search again, or refresh the list.</source>
        <translation>Altere os filtros e busque de novo, ou atualize a lista.</translation>
    </message>
    <message>
        <source>What is shown may be out of date; your changes are still here.</source>
        <translation>O que é mostrado pode estar desatualizado; suas alterações continuam aqui.</translation>
    </message>
    <message>
        <source>Nothing was sent. Your changes are still here: submit again later.</source>
        <translation>Nada foi enviado. Suas alterações continuam aqui: envie de novo mais tarde.</translation>
    </message>
    <message>
        <source>Your changes are still here.</source>
        <translation>Suas alterações continuam aqui.</translation>
    </message>
    <message>
        <source>It is not known whether your changes were stored. They are still here: reload the case and look before you submit again.</source>
        <translation>Não se sabe se suas alterações ficaram registradas. Elas continuam aqui: recarregue o caso e olhe antes de enviar de novo.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>the disk is full.</source>
        <translation>o disco está cheio.</translation>
    </message>
    <message>
        <source>the data folder can&apos;t be written.</source>
        <translation>não é possível gravar na pasta de dados.</translation>
    </message>
    <message>
        <source>another program holds the data file.</source>
        <translation>outro programa está usando o arquivo de dados.</translation>
    </message>
    <message>
        <source>the data file is damaged; it was set aside.</source>
        <translation>o arquivo de dados está danificado; foi posto de lado.</translation>
    </message>
    <message>
        <source>the data file is from a newer version of Case Editor.</source>
        <translation>o arquivo de dados é de uma versão mais nova do Case Editor.</translation>
    </message>
    <message>
        <source>another program has submitted or discarded this draft. Reload the case.</source>
        <translation>outro programa já enviou ou descartou este rascunho. Recarregue o caso.</translation>
    </message>
    <message>
        <source>pending submissions couldn&apos;t be read yet. Submit again in a moment.</source>
        <translation>os envios pendentes ainda não puderam ser lidos. Envie de novo em instantes.</translation>
    </message>
    <message>
        <source>the data file can&apos;t be used.</source>
        <translation>o arquivo de dados não pode ser usado.</translation>
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
        <translation>primeiro nome</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>sobrenome</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>client id</source>
        <translation>id do cliente</translation>
    </message>
    <message>
        <source>CRM id</source>
        <translation>id do CRM</translation>
    </message>
    <message>
        <source>nick name</source>
        <translation>apelido</translation>
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
        <translation>criado</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>atualizado</translation>
    </message>
    <message>
        <source>updated by</source>
        <translation>atualizado por</translation>
    </message>
    <message>
        <source>external id</source>
        <translation>id externo</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>nome de usuário</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>about</source>
        <translation>sobre</translation>
    </message>
    <message>
        <source>location</source>
        <translation>localização</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>gênero</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>seguidores</translation>
    </message>
    <message>
        <source>following</source>
        <translation>seguindo</translation>
    </message>
    <message>
        <source>Nothing was pasted: at most {0} characters fit here.</source>
        <translation>Nada foi colado: aqui cabem no máximo {0} caracteres.</translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no text on the clipboard.</source>
        <translation>Nada foi colado: não há texto na área de transferência.</translation>
    </message>
    <message>
        <source>Not taken: at most {0} characters fit here.</source>
        <translation>Não foi aceito: aqui cabem no máximo {0} caracteres.</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>The disk is full: free some space, or choose another disk.</source>
        <translation>O disco está cheio: libere espaço ou escolha outro disco.</translation>
    </message>
    <message>
        <source>It is open in another program: close it there, then try again.</source>
        <translation>Ele está aberto em outro programa: feche-o lá e tente de novo.</translation>
    </message>
    <message>
        <source>Its folder is gone: choose another folder.</source>
        <translation>A pasta dele não existe mais: escolha outra pasta.</translation>
    </message>
    <message>
        <source>A folder has this name: choose another name.</source>
        <translation>Uma pasta tem esse nome: escolha outro nome.</translation>
    </message>
    <message>
        <source>The name isn&apos;t allowed here: choose another name.</source>
        <translation>Esse nome não é permitido aqui: escolha outro.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Escolha outra pasta.</translation>
    </message>
    <message>
        <source>{0} exists already. Replace it?</source>
        <translation>{0} já existe. Substituir?</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Substituir arquivo</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
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
        <translation>Com etiqueta</translation>
    </message>
    <message>
        <source>Without tag</source>
        <translation>Sem etiqueta</translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation>Id do contato</translation>
    </message>
    <message>
        <source>Campaign id</source>
        <translation>Id da campanha</translation>
    </message>
    <message>
        <source>Created since</source>
        <translation>Criado desde</translation>
    </message>
    <message>
        <source>Updated since</source>
        <translation>Atualizado desde</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos os casos</translation>
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
        <translation>Não encontrado</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>no assunto</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>nas etiquetas</translation>
    </message>
    <message>
        <source>the new tag</source>
        <translation>na etiqueta nova</translation>
    </message>
    <message>
        <source>the notes</source>
        <translation>nas notas</translation>
    </message>
    <message>
        <source>the attributes</source>
        <translation>nos atributos</translation>
    </message>
    <message>
        <source>the new note</source>
        <translation>na nota nova</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation>na conversa</translation>
    </message>
    <message>
        <source>the contact</source>
        <translation>no contato</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in case</source>
        <translation>Buscar no caso</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Próximo resultado</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Fechar busca</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
    <message>
        <source>{0} of {1}, in {2}</source>
        <translation>{0} de {1}, {2}</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Nothing was sent. The notes name {0}, but this is case {1}. Are they meant for here?</source>
        <translation>Nada foi enviado. As notas mencionam {0}, mas este é o caso {1}. As notas são para este caso?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names case {0}, but this is case {1}. Is it meant for here?</source>
        <translation>Nada foi enviado. Uma nota menciona o caso {0}, mas este é o caso {1}. A nota é para este caso?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names {0}, whom case {1} is about; this is case {2}. Is it meant for here?</source>
        <translation>Nada foi enviado. Uma nota menciona {0}, de quem é o caso {1}; este é o caso {2}. A nota é para este caso?</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Close it, then try again. If you start anyway, nothing is sent until it ends.</source>
        <translation>Feche-o e tente de novo. Se iniciar mesmo assim, nada é enviado até que o outro termine.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Iniciar mesmo assim</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Case Editor is open on another computer: {0}.</source>
        <translation>O Case Editor está aberto em outro computador: {0}.</translation>
    </message>
    <message>
        <source>Case Editor is already open, but doesn&apos;t answer.</source>
        <translation>O Case Editor já está aberto, mas não responde.</translation>
    </message>
    <message>
        <source>Process {0} has the data folder.</source>
        <translation>O processo {0} está com a pasta de dados.</translation>
    </message>
    <message>
        <source>It has had the data folder since {0}.</source>
        <translation>Está com a pasta de dados desde {0}.</translation>
    </message>
    <message>
        <source>Process {0} has had the data folder since {1}.</source>
        <translation>O processo {0} está com a pasta de dados desde {1}.</translation>
    </message>
</context>
<context>
    <name>HelpMenu</name>
    <message>
        <source>Shortcuts…</source>
        <translation>Atalhos de teclado…</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnóstico…</translation>
    </message>
    <message>
        <source>Where things are kept…</source>
        <translation>Onde fica cada coisa…</translation>
    </message>
    <message>
        <source>What can&apos;t be had…</source>
        <translation>O que não é possível…</translation>
    </message>
    <message>
        <source>About Case Editor</source>
        <translation>Sobre o Case Editor</translation>
    </message>
    <message>
        <source>What can&apos;t be had</source>
        <translation>O que não é possível</translation>
    </message>
    <message>
        <source>Case Editor {0}
An editor for the support cases of Social Gateway.</source>
        <translation>Case Editor {0}
Um editor dos casos de suporte do Social Gateway.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar no histórico</translation>
    </message>
    <message>
        <source>Case id or any text</source>
        <translation>Id do caso ou qualquer texto</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>O que foi enviado</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Limpar histórico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>The history couldn&apos;t be cleared. Try again.</source>
        <translation>Não foi possível limpar o histórico. Tente de novo.</translation>
    </message>
    <message>
        <source>The history can&apos;t be read.</source>
        <translation>O histórico não pode ser lido.</translation>
    </message>
    <message>
        <source>Nothing found. Search for a case id or a word of it.</source>
        <translation>Nada encontrado. Busque o id de um caso ou uma palavra do que foi enviado.</translation>
    </message>
    <message>
        <source>Nothing was submitted or discarded yet.</source>
        <translation>Nada foi enviado nem descartado ainda.</translation>
    </message>
    <message>
        <source>The server said: “{0}”</source>
        <translation>O servidor disse: “{0}”</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Exportar o histórico</translation>
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
        <translation>Não foi possível gravar o arquivo.</translation>
    </message>
    <message>
        <source>; the server held “{0}”</source>
        <translation>; o servidor tinha “{0}”</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
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
        <translation>A pasta de dados está livre: o envio continua.</translation>
    </message>
    <message>
        <source>Another Case Editor has the data folder. Nothing is sent until you close it.</source>
        <translation>Outro Case Editor está com a pasta de dados. Nada é enviado até que você o feche.</translation>
    </message>
    <message>
        <source>The data folder can&apos;t be locked: {0}. Open it on one computer only.</source>
        <translation>Não é possível bloquear a pasta de dados: {0}. Abra-a em um só computador.</translation>
    </message>
    <message>
        <source>Links and second starts can&apos;t reach this window: {0}. Open cases in it.</source>
        <translation>Links e outras inicializações não chegam a esta janela: {0}. Abra os casos nela.</translation>
    </message>
</context>
<context>
    <name>KeptFile</name>
    <message>
        <source>Backup before an upgrade</source>
        <translation>Cópia anterior a uma atualização</translation>
    </message>
    <message>
        <source>Damaged file set aside</source>
        <translation>Arquivo danificado separado</translation>
    </message>
    <message>
        <source>{0} old</source>
        <translation>há {0}</translation>
    </message>
    <message>
        <source>An older data file may hold the same texts. Delete it too?</source>
        <translation>Um arquivo de dados anterior pode conter os mesmos textos. Excluí-lo também?</translation>
    </message>
    <message>
        <source>{0} older data files may hold the same texts. Delete them too?</source>
        <translation>{0} arquivos de dados anteriores podem conter os mesmos textos. Excluí-los também?</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Limpar histórico</translation>
    </message>
    <message>
        <source>Clear and delete files</source>
        <translation>Limpar e excluir os arquivos</translation>
    </message>
    <message>
        <source>Clear only the history</source>
        <translation>Limpar só o histórico</translation>
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
        <translation>Este computador não tem serviço de chaveiro.</translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation>O chaveiro do sistema está bloqueado.</translation>
    </message>
    <message>
        <source>The system keyring did not answer.</source>
        <translation>O chaveiro do sistema não respondeu.</translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation>O chaveiro do sistema recusou.</translation>
    </message>
    <message>
        <source>The token is used for this session only.</source>
        <translation>O token é usado só nesta sessão.</translation>
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
        <translation>Buscas em um caso</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Editar a célula</translation>
    </message>
    <message>
        <source>New line in the value</source>
        <translation>Quebra de linha no valor</translation>
    </message>
    <message>
        <source>Leave the value as it was</source>
        <translation>Deixar o valor como estava</translation>
    </message>
    <message>
        <source>Next cell that can be edited, and out after the last</source>
        <translation>Próxima célula editável; depois da última, sair</translation>
    </message>
    <message>
        <source>Previous cell that can be edited</source>
        <translation>Célula editável anterior</translation>
    </message>
    <message>
        <source>Leave the attributes</source>
        <translation>Sair dos atributos</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Novo atributo</translation>
    </message>
    <message>
        <source>Empty the selected values</source>
        <translation>Esvaziar os valores selecionados</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Edit the pending note</source>
        <translation>Editar a nota pendente</translation>
    </message>
    <message>
        <source>Move the pending note up</source>
        <translation>Mover a nota pendente para cima</translation>
    </message>
    <message>
        <source>Move the pending note down</source>
        <translation>Mover a nota pendente para baixo</translation>
    </message>
    <message>
        <source>Remove the pending note</source>
        <translation>Remover a nota pendente</translation>
    </message>
    <message>
        <source>On to the next</source>
        <translation>Ir para o próximo</translation>
    </message>
    <message>
        <source>Back to the previous</source>
        <translation>Voltar ao anterior</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Limpar a busca</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>Abrir o que está selecionado</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Caixas de diálogo</translation>
    </message>
    <message>
        <source>Close without doing it</source>
        <translation>Fechar sem fazer nada</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>What it does</source>
        <translation>O que faz</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What you typed in case {0} is NOT saved, and will be lost.</source>
        <translation>O que você digitou no caso {0} NÃO foi salvo e será perdido.</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NÃO salvo</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Fechar e perder</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Copy it and close</source>
        <translation>Copiar e fechar</translation>
    </message>
    <message>
        <source>The data was written by a newer version of Case Editor. It is left as it is, and this version closes. Install the newer version, or start this one with another folder (--data-dir).</source>
        <translation>Os dados foram gravados por uma versão mais nova do Case Editor. Eles ficam como estão, e esta versão se fecha. Instale a versão mais nova, ou inicie esta com outra pasta (--data-dir).</translation>
    </message>
    <message>
        <source>Newer data</source>
        <translation>Dados mais novos</translation>
    </message>
    <message>
        <source>Close Case Editor</source>
        <translation>Fechar o Case Editor</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Social Gateway&apos;s interface has no versions and no keys for what is sent. So there are things that Case Editor can&apos;t know; where it is in doubt it asks, and shows you what it saw.</source>
        <translation>A interface do Social Gateway não tem versões, nem chaves para o que é enviado. Por isso há coisas que o Case Editor não tem como saber; na dúvida, ele pergunta e mostra o que viu.</translation>
    </message>
    <message>
        <source>• Your note and the same note from a colleague under your user name can&apos;t be told apart.</source>
        <translation>• Não há como distinguir sua nota da mesma nota de um colega que usa o seu nome de usuário.</translation>
    </message>
    <message>
        <source>• On a server that shows no notes, a note is called accepted, never stored: nobody can look.</source>
        <translation>• Em um servidor que não mostra notas, uma nota é dada como aceita, nunca como registrada: ninguém pode conferir.</translation>
    </message>
    <message>
        <source>• Of a request that a server stored by halves, only what it shows can be known.</source>
        <translation>• De uma solicitação que o servidor registrou pela metade, só dá para saber o que o servidor mostra.</translation>
    </message>
    <message>
        <source>• Who changes the same field in the moment between our last look and our sending is overwritten unseen. Every other change by a colleague is merged with yours, or you are asked.</source>
        <translation>• Se alguém alterar o mesmo campo no instante entre a última leitura e o envio, a alteração dessa pessoa é substituída sem que se veja. Qualquer outra alteração de um colega é combinada com as suas, ou você decide.</translation>
    </message>
    <message>
        <source>• A request that reaches the server too late, after a quarter of an hour, is not waited for. You are told when the case is read the next time.</source>
        <translation>• Uma solicitação que chega ao servidor tarde demais, depois de um quarto de hora, já não é esperada. Você é avisado na próxima vez que o caso for lido.</translation>
    </message>
    <message>
        <source>• An attribute can be emptied, not deleted.</source>
        <translation>• Um atributo pode ser esvaziado, mas não excluído.</translation>
    </message>
    <message>
        <source>With a stamp (Preferences, Submitting), each submission carries an id of its own; where the server shows attributes, a lost answer is then no question any more.</source>
        <translation>Com um carimbo (Preferências, Envio), cada envio leva um id próprio; se o servidor mostra os atributos, uma resposta perdida já não deixa dúvida.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link in your browser? {0}</source>
        <translation>Abrir este link no navegador? {0}</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>opened {0}</source>
        <translation>aberto: {0}</translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation>salvo: {0}</translation>
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
        <translation>Escuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Do sistema</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>A partir do próximo início.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>System goes by what the system is set to.</source>
        <translation>“Do sistema” segue a configuração do sistema.</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Ta&amp;manho do texto</translation>
    </message>
    <message>
        <source>100 % is the system&apos;s own size.</source>
        <translation>100% é o tamanho do sistema.</translation>
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
        <translation>Abre quando você parar de digitar: {0}</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abrindo o caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is open already</source>
        <translation>O caso {0} já está aberto</translation>
    </message>
    <message>
        <source>Case {0} opened</source>
        <translation>Caso {0} aberto</translation>
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
        <translation>{0} representa uma quebra de linha.</translation>
    </message>
    <message>
        <source>{0} stands for a line feed (LF).</source>
        <translation>{0} representa um avanço de linha (LF).</translation>
    </message>
    <message>
        <source>{0} stands for a carriage return (CR).</source>
        <translation>{0} representa um retorno de carro (CR).</translation>
    </message>
    <message>
        <source>{0} stands for a manual line break (U+000B).</source>
        <translation>{0} representa uma quebra de linha manual (U+000B).</translation>
    </message>
    <message>
        <source>{0} stands for a page break (U+000C).</source>
        <translation>{0} representa uma quebra de página (U+000C).</translation>
    </message>
    <message>
        <source>{0} stands for a line separator (U+2028).</source>
        <translation>{0} representa um separador de linhas (U+2028).</translation>
    </message>
    <message>
        <source>{0} stands for a paragraph separator (U+2029).</source>
        <translation>{0} representa um separador de parágrafos (U+2029).</translation>
    </message>
    <message>
        <source>{0} stands for half a character, which can&apos;t be sent.</source>
        <translation>{0} representa meio caractere, que não pode ser enviado.</translation>
    </message>
    <message>
        <source>{0} stands for an invisible character ({1}).</source>
        <translation>{0} representa um caractere invisível ({1}).</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
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
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation>Desfazer {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation>Refazer {0}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation>Recarregar caso</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Fechar caso</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Histórico…</translation>
    </message>
    <message>
        <source>Others’ drafts and submissions…</source>
        <translation>Rascunhos e envios de outros…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Entrar…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair da conta</translation>
    </message>
    <message>
        <source>This server moved…</source>
        <translation>Este servidor mudou de endereço…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Find in case</source>
        <translation>Buscar no caso</translation>
    </message>
    <message>
        <source>Put in template…</source>
        <translation>Inserir modelo…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Revisar alterações</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferências…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>Ir para qualquer lugar…</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nova etiqueta</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Novo atributo</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Próxima aba</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Aba anterior</translation>
    </message>
    <message>
        <source>Notes and conversation</source>
        <translation>Notas e conversa</translation>
    </message>
    <message>
        <source>Search for cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Next case of the list</source>
        <translation>Próximo caso da lista</translation>
    </message>
    <message>
        <source>Previous case of the list</source>
        <translation>Caso anterior da lista</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Atualizar a lista</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>That is the old address. Type the new one.</source>
        <translation>Esse é o endereço antigo. Digite o novo.</translation>
    </message>
    <message>
        <source>Paste the access token of the new address.</source>
        <translation>Cole o token de acesso do novo endereço.</translation>
    </message>
    <message>
        <source>Not moved: what you typed isn&apos;t on disk. Save it elsewhere, then try again.</source>
        <translation>Não movido: o que você digitou não está no disco. Salve em outro lugar e tente de novo.</translation>
    </message>
    <message>
        <source>Moved to {0}: drafts, history and pending submissions.</source>
        <translation>Movido para {0}: rascunhos, histórico e envios pendentes.</translation>
    </message>
    <message>
        <source>Not moved: the data couldn&apos;t be saved. Try again.</source>
        <translation>Não movido: não foi possível salvar os dados. Tente de novo.</translation>
    </message>
    <message>
        <source>Not moved: something is being sent. Try again once it is.</source>
        <translation>Não movido: algo está sendo enviado. Tente quando terminar.</translation>
    </message>
    <message>
        <source>{0} was used before. Its drafts and history can move to {1}.</source>
        <translation>Antes se usava {0}. Seus rascunhos e histórico podem ser movidos para {1}.</translation>
    </message>
</context>
<context>
    <name>MovingDialog</name>
    <message>
        <source>This server moved</source>
        <translation>Este servidor mudou de endereço</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Endereço antigo</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Endereço novo</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>Keep in the system keyring</source>
        <translation>Guardar no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Drafts, pending submissions and history move to the new address.</source>
        <translation>Rascunhos, envios pendentes e histórico são movidos para o novo endereço.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Entrando</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>There is nothing to move: no server was used yet.</source>
        <translation>Não há o que mover: nenhum servidor foi usado ainda.</translation>
    </message>
    <message>
        <source>Type the new address.</source>
        <translation>Digite o novo endereço.</translation>
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
        <translation>Buscar nas notas</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Editar nota</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Remover nota</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>It is sent later ({0})</source>
        <translation>É enviada depois ({0})</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>It is sent earlier ({0})</source>
        <translation>É enviada antes ({0})</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escreva uma nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
    </message>
</context>
<context>
    <name>NoteModel</name>
    <message>
        <source>new</source>
        <translation>nova</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>sendo enviada</translation>
    </message>
    <message>
        <source>new to you</source>
        <translation>nova para você</translation>
    </message>
    <message>
        <source>about the contact</source>
        <translation>sobre o contato</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close message</source>
        <translation>Fechar mensagem</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>e mais {0}</translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation>Recarregar caso</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Ficou registrado</translation>
    </message>
    <message>
        <source>Submit anyway</source>
        <translation>Enviar mesmo assim</translation>
    </message>
    <message>
        <source>Submit in parts</source>
        <translation>Enviar em partes</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Continuar esperando</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Voltar ao rascunho</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Decidir…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Entrar…</translation>
    </message>
    <message>
        <source>Open it here</source>
        <translation>Abrir aqui</translation>
    </message>
    <message>
        <source>Sign in there…</source>
        <translation>Entrar lá…</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Abrir no navegador</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Copy my changes</source>
        <translation>Copiar minhas alterações</translation>
    </message>
    <message>
        <source>Save my changes as…</source>
        <translation>Salvar minhas alterações como…</translation>
    </message>
    <message>
        <source>Yes, I did</source>
        <translation>Sim, fui eu</translation>
    </message>
    <message>
        <source>No, I didn’t</source>
        <translation>Não fui eu</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Mostrar…</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Leave out {0}</source>
        <translation>Deixar {0} de fora</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>updated</source>
        <translation>atualizado</translation>
    </message>
    <message>
        <source>created</source>
        <translation>criado</translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation>na caixa de entrada</translation>
    </message>
    <message>
        <source>first opened</source>
        <translation>primeira abertura</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>última abertura</translation>
    </message>
    <message>
        <source>not answered since</source>
        <translation>sem resposta desde</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>assunto</translation>
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
        <translation>outro token</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rascunho</translation>
    </message>
    <message>
        <source>Did you type this? Another token left it here. Drafts: {0}. Submissions: {1}.</source>
        <translation>Foi você que digitou isto? Outro token o deixou aqui. Rascunhos: {0}. Envios: {1}.</translation>
    </message>
</context>
<context>
    <name>OthersDialog</name>
    <message>
        <source>Others’ drafts and submissions</source>
        <translation>Rascunhos e envios de outros</translation>
    </message>
    <message>
        <source>What they typed</source>
        <translation>O que digitaram</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Assumir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Couldn’t read it. Try again.</source>
        <translation>Não foi possível ler. Tente de novo.</translation>
    </message>
    <message>
        <source>Nobody else left anything for this server.</source>
        <translation>Ninguém mais deixou nada para este servidor.</translation>
    </message>
    <message>
        <source>Sign in to take it over.</source>
        <translation>Entre para assumi-lo.</translation>
    </message>
    <message>
        <source>It is being sent, or over. Look again later.</source>
        <translation>Está sendo enviado ou já terminou. Olhe de novo mais tarde.</translation>
    </message>
    <message>
        <source>It is gone: somebody used it meanwhile.</source>
        <translation>Não está mais aqui: alguém o usou nesse meio-tempo.</translation>
    </message>
    <message>
        <source>Case {0} is in your drafts now.</source>
        <translation>O caso {0} está agora entre seus rascunhos.</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Caixa de saída</translation>
    </message>
    <message>
        <source>Everything is delivered.</source>
        <translation>Tudo foi entregue.</translation>
    </message>
    <message>
        <source>Nothing is sent: another Case Editor has the data folder. Close it.</source>
        <translation>Nada é enviado: outro Case Editor está com a pasta de dados. Feche-o.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Ficou registrado</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Continuar esperando</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Voltar ao rascunho</translation>
    </message>
</context>
<context>
    <name>OverwrittenModel</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Colado</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>🔒 Your administrator has set this.</source>
        <translation>🔒 Seu administrador definiu isto.</translation>
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
        <translation>Abrir o caso {0}</translation>
    </message>
    <message>
        <source>template</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Ir para qualquer lugar</translation>
    </message>
    <message>
        <source>Action, case or template</source>
        <translation>Ação, caso ou modelo</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste attributes</source>
        <translation>Colar atributos</translation>
    </message>
    <message>
        <source>Pasted attributes that are here already, with another value: {0} of {1}</source>
        <translation>Atributos colados que já existem com outro valor: {0} de {1}</translation>
    </message>
    <message>
        <source>Lines pasted downwards, each on a value. Values that are overwritten: {0} of {1}</source>
        <translation>As linhas são coladas para baixo, uma em cada valor. Valores que são substituídos: {0} de {1}</translation>
    </message>
    <message>
        <source>Paste and overwrite</source>
        <translation>Colar e substituir</translation>
    </message>
    <message>
        <source>Paste only what is new</source>
        <translation>Colar só o que é novo</translation>
    </message>
    <message>
        <source>Paste all lines into one value</source>
        <translation>Colar todas as linhas em um só valor</translation>
    </message>
    <message>
        <source>Paste nothing</source>
        <translation>Não colar nada</translation>
    </message>
    <message>
        <source>What would be overwritten</source>
        <translation>O que seria substituído</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Where things are kept</source>
        <translation>Onde fica cada coisa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Drafts, outbox, history, templates</source>
        <translation>Rascunhos, caixa de saída, histórico, modelos</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>service caseeditor, user {0}</source>
        <translation>serviço caseeditor, usuário {0}</translation>
    </message>
    <message>
        <source>service caseeditor</source>
        <translation>serviço caseeditor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>in memory only: this is the demo</source>
        <translation>só na memória: esta é a demonstração</translation>
    </message>
    <message>
        <source>Access token, in the system keyring</source>
        <translation>Token de acesso, no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Deleted after as many days as the history, or with Clear history.</source>
        <translation>Excluídos após os mesmos dias que o histórico, ou ao limpá-lo.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Open folder: {0}</source>
        <translation>Abrir pasta: {0}</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The policy file {0} is broken; its locks still hold. Tell your administrator.</source>
        <translation>O arquivo de políticas {0} está danificado; seus bloqueios continuam valendo. Avise seu administrador.</translation>
    </message>
    <message>
        <source>The policy file {0} can be written by others; only its locks hold. Tell your administrator.</source>
        <translation>Outros podem gravar no arquivo de políticas {0}; só valem seus bloqueios. Avise seu administrador.</translation>
    </message>
    <message>
        <source>The policy file {0} can&apos;t be read; its locks still hold. Tell your administrator.</source>
        <translation>Não é possível ler o arquivo de políticas {0}; seus bloqueios continuam valendo. Avise seu administrador.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferências</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation>Envio</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>An attribute has a value but no name. Name it, or clear the value.</source>
        <translation>Um atributo tem valor mas não nome. Dê um nome a ele ou apague o valor.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be an attribute&apos;s name: the server means something else by it.</source>
        <translation>“{0}” não pode ser o nome de um atributo: para o servidor significa outra coisa.</translation>
    </message>
    <message>
        <source>There is an attribute “{0}” already. Change that one instead.</source>
        <translation>Já existe um atributo “{0}”. Altere esse.</translation>
    </message>
    <message>
        <source>“{0}” is a field of the case itself: this may change the case.</source>
        <translation>“{0}” é um campo do próprio caso: isto pode alterar o caso.</translation>
    </message>
    <message>
        <source>The name “{0}” begins or ends with a space, which is sent too.</source>
        <translation>O nome “{0}” começa ou termina com um espaço, que também é enviado.</translation>
    </message>
    <message>
        <source>The name “{0}” has unseen characters, which are sent too.</source>
        <translation>O nome “{0}” tem caracteres invisíveis, que também são enviados.</translation>
    </message>
</context>
<context>
    <name>PutInDialog</name>
    <message>
        <source>Put in template</source>
        <translation>Inserir modelo</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Buscar um modelo</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What is put in</source>
        <translation>O que é inserido</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Inserir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>There is no template yet. Write one under Templates…</source>
        <translation>Ainda não há modelos. Escreva um em Modelos…</translation>
    </message>
    <message>
        <source>New note:</source>
        <translation>Nova nota:</translation>
    </message>
    <message>
        <source>Tag kept: {0}</source>
        <translation>Etiqueta mantida: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} (replaces what you typed: {2})</source>
        <translation>{0}: {1} (substitui o que você digitou: {2})</translation>
    </message>
    <message>
        <source>This template changes nothing in this case.</source>
        <translation>Este modelo não altera nada neste caso.</translation>
    </message>
    <message>
        <source>⚠ Unknown fields stay as written: {0}</source>
        <translation>⚠ Os campos desconhecidos ficam como estão escritos: {0}</translation>
    </message>
    <message>
        <source>⚠ Empty in this case: {0}</source>
        <translation>⚠ Vazios neste caso: {0}</translation>
    </message>
    <message>
        <source>⚠ Attributes that can&apos;t be set here: {0}</source>
        <translation>⚠ Atributos que não podem ser alterados aqui: {0}</translation>
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
        <translation>Shift</translation>
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
        <translation>Revisar alterações</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Voltar ao caso</translation>
    </message>
    <message>
        <source>What changes in case {0}</source>
        <translation>O que muda no caso {0}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>e mais {0}</translation>
    </message>
    <message>
        <source>Submit in parts</source>
        <translation>Enviar em partes</translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation>Exatamente o que é enviado</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes e depois</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Nothing is sent until this is put right. Submit leads to it.</source>
        <translation>Nada é enviado até que isto seja corrigido. Enviar leva até lá.</translation>
    </message>
</context>
<context>
    <name>SaveTyped</name>
    <message>
        <source>Save my changes as</source>
        <translation>Salvar minhas alterações como</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Your changes are saved in {0}.</source>
        <translation>Suas alterações foram salvas em {0}.</translation>
    </message>
    <message>
        <source>{0} couldn&apos;t be written.</source>
        <translation>Não foi possível gravar {0}.</translation>
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
        <translation>Decrescente</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Crescente</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direção</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Limpar filtros</translation>
    </message>
    <message>
        <source>{0}: day</source>
        <translation>{0}: dia</translation>
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
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Atualizar a lista</translation>
    </message>
    <message>
        <source>You are not signed in, so there is nowhere to search.</source>
        <translation>Você não entrou, por isso não há onde buscar.</translation>
    </message>
    <message>
        <source>The list has no further case.</source>
        <translation>A lista não tem mais casos.</translation>
    </message>
    <message>
        <source>Some of the chosen cases are not loaded: scroll to them, then open them.</source>
        <translation>Alguns dos casos escolhidos não estão carregados: role até eles e depois abra-os.</translation>
    </message>
    <message>
        <source>No case is like this, as of {0}.</source>
        <translation>Nenhum caso é assim, às {0}.</translation>
    </message>
    <message>
        <source>Cases as of {0}; scroll for more.</source>
        <translation>Casos às {0}; role para ver mais.</translation>
    </message>
    <message>
        <source>⚠ {0} Changed since: refresh.</source>
        <translation>⚠ {0} Houve alterações desde então: atualize.</translation>
    </message>
    <message>
        <source>⚠ {0} It may be out of date.</source>
        <translation>⚠ {0} Pode estar desatualizado.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Case {0} is not open: you stopped waiting for it.</source>
        <translation>O caso {0} não está aberto: você parou de esperar por ele.</translation>
    </message>
    <message>
        <source>Case {0} reloaded</source>
        <translation>Caso {0} recarregado</translation>
    </message>
    <message>
        <source>Your draft of case {0} couldn&apos;t be read yet: {1} Trying again.</source>
        <translation>Seu rascunho do caso {0} ainda não pôde ser lido: {1} Tentando de novo.</translation>
    </message>
    <message>
        <source>Case {0} has no earlier draft.</source>
        <translation>O caso {0} não tem rascunho anterior.</translation>
    </message>
    <message>
        <source>Your draft of case {0} is back.</source>
        <translation>Seu rascunho do caso {0} está de volta.</translation>
    </message>
    <message>
        <source>Your earlier draft of case {0} is back, with what you typed since.</source>
        <translation>Seu rascunho anterior do caso {0} está de volta, junto com o que você digitou depois.</translation>
    </message>
    <message>
        <source>Fields changed in both keep the newer text. History has the older one.</source>
        <translation>Os campos alterados nos dois ficam com o texto mais novo. O histórico tem o anterior.</translation>
    </message>
    <message>
        <source>What stands here was typed by {0} and is not submitted as somebody else. Sign in as {0} to submit it, or discard the changes and reload the case.</source>
        <translation>O que está aqui foi digitado por {0} e não é enviado em nome de outra pessoa. Entre como {0} para enviar, ou descarte as alterações e recarregue o caso.</translation>
    </message>
    <message>
        <source>This was typed with another token. Sign in with that one, or discard it.</source>
        <translation>Isto foi digitado com outro token. Entre com aquele ou descarte-o.</translation>
    </message>
    <message>
        <source>This is your draft. Edit or copy it; submit once the case can be read.</source>
        <translation>Este é o seu rascunho. Edite ou copie; envie quando o caso puder ser lido.</translation>
    </message>
    <message>
        <source>Nothing was sent: case {0} can&apos;t be read. Your changes are kept; reload it.</source>
        <translation>Nada foi enviado: o caso {0} não pode ser lido. Suas alterações estão guardadas; recarregue-o.</translation>
    </message>
    <message>
        <source>Nothing was sent: your earlier draft of case {0} couldn&apos;t be read yet.</source>
        <translation>Nada foi enviado: seu rascunho anterior do caso {0} ainda não pôde ser lido.</translation>
    </message>
    <message>
        <source>Text typed since is not submitted yet.</source>
        <translation>O que foi digitado desde então ainda não foi enviado.</translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation>Nada foi enviado. {0}</translation>
    </message>
    <message>
        <source>There is nothing to submit: nothing is changed.</source>
        <translation>Não há nada para enviar: nada foi alterado.</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>{0} values at once; some servers take only 1,000.</source>
        <translation>{0} valores de uma vez; alguns servidores só aceitam 1.000.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atalhos</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>The administrator of your Social Gateway hands out access tokens.</source>
        <translation>O administrador do seu Social Gateway fornece os tokens de acesso.</translation>
    </message>
    <message>
        <source>Keep in the system keyring</source>
        <translation>Guardar no chaveiro do sistema</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Entrando</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Enter the address of your Social Gateway.</source>
        <translation>Insira o endereço do seu Social Gateway.</translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation>Cole o token de acesso.</translation>
    </message>
</context>
<context>
    <name>SigningIn</name>
    <message>
        <source>You are not signed in.</source>
        <translation>Você não entrou.</translation>
    </message>
</context>
<context>
    <name>Since</name>
    <message>
        <source>the subject</source>
        <translation>o assunto</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>o estado</translation>
    </message>
    <message>
        <source>tags ({0})</source>
        <translation>etiquetas ({0})</translation>
    </message>
    <message>
        <source>a new note</source>
        <translation>uma nota nova</translation>
    </message>
    <message>
        <source>{0} new notes</source>
        <translation>{0} notas novas</translation>
    </message>
    <message>
        <source>attributes ({0})</source>
        <translation>atributos ({0})</translation>
    </message>
    <message>
        <source>Changed since you opened it just now: {0}</source>
        <translation>Mudou desde que você o abriu há pouco: {0}</translation>
    </message>
    <message>
        <source>Changed since you opened it {0} ago: {1}</source>
        <translation>Mudou desde que você o abriu há {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SubmittingPage</name>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>&amp;Days to keep the history</source>
        <translation>&amp;Dias para guardar o histórico</translation>
    </message>
    <message>
        <source>What ended longer ago is deleted, from the next start on: it holds customers&apos; data.</source>
        <translation>O que terminou há mais tempo é excluído, a partir do próximo início: contém dados de clientes.</translation>
    </message>
    <message>
        <source>&amp;Stamp attribute</source>
        <translation>Atributo do ca&amp;rimbo</translation>
    </message>
    <message>
        <source>Each submission also sets this attribute to an id of its own. Where the server shows attributes, it is then certain whether a submission was stored, even if the answer was lost.</source>
        <translation>Cada envio também põe um id próprio neste atributo. Se o servidor mostra os atributos, dá para ter certeza de que um envio ficou ou não registrado, mesmo que a resposta se perca.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be the stamp: the server means something else by it. Take another name.</source>
        <translation>“{0}” não pode ser o carimbo: para o servidor significa outra coisa. Use outro nome.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Reserved, so they can&apos;t be sent as attributes: {0}.</source>
        <translation>Nomes reservados, que não podem ser enviados como atributos: {0}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <translation>“{0}” é {1}</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Linha {0}: {1}</translation>
    </message>
    <message>
        <source>a line break</source>
        <translation>uma quebra de linha</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>uma tabulação</translation>
    </message>
    <message>
        <source>a carriage return</source>
        <translation>um retorno de carro</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>um espaço</translation>
    </message>
    <message>
        <source>an equals sign</source>
        <translation>um sinal de igual</translation>
    </message>
    <message>
        <source>one backslash</source>
        <translation>uma só barra invertida</translation>
    </message>
    <message>
        <source>the character U+{0}</source>
        <translation>o caractere U+{0}</translation>
    </message>
    <message>
        <source>there is nothing between a name and a value. It looks like name=value.</source>
        <translation>não há nada entre um nome e um valor. Deve ser como nome=valor.</translation>
    </message>
    <message>
        <source>there are more than two cells: a name and a value are expected.</source>
        <translation>há mais de duas células: são esperados um nome e um valor.</translation>
    </message>
    <message>
        <source>a quotation mark is opened and not closed, or text follows it.</source>
        <translation>há aspas que abrem e não fecham, ou texto depois delas.</translation>
    </message>
    <message>
        <source>this begins as JSON, but is none.</source>
        <translation>começa como JSON, mas não é.</translation>
    </message>
    <message>
        <source>this JSON is no object, so it has no names.</source>
        <translation>este JSON não é um objeto, portanto não tem nomes.</translation>
    </message>
    <message>
        <source>a second record begins. Paste the heading with one record alone.</source>
        <translation>começa um segundo registro. Cole o cabeçalho com um só registro.</translation>
    </message>
    <message>
        <source>there is nothing in this JSON.</source>
        <translation>este JSON não contém nada.</translation>
    </message>
    <message>
        <source>the name “{0}” is there twice.</source>
        <translation>o nome “{0}” aparece duas vezes.</translation>
    </message>
    <message>
        <source>“{0}” has no meaning. A backslash is written \\.</source>
        <translation>“{0}” não significa nada. Uma barra invertida se escreve \\.</translation>
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
        <translation>Nova etiqueta</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Adicionar etiqueta</translation>
    </message>
    <message>
        <source>Nothing was pasted: at most {0} tags at once.</source>
        <translation>Nada foi colado: no máximo {0} etiquetas de uma vez.</translation>
    </message>
    <message>
        <source>Keep tag {0}</source>
        <translation>Manter a etiqueta {0}</translation>
    </message>
    <message>
        <source>Remove tag {0}</source>
        <translation>Remover a etiqueta {0}</translation>
    </message>
</context>
<context>
    <name>TagChoices</name>
    <message>
        <source>{0} – already on the case</source>
        <translation>{0} – já está no caso</translation>
    </message>
</context>
<context>
    <name>TagCompleter</name>
    <message>
        <source>Known tags: {0}</source>
        <translation>Etiquetas conhecidas: {0}</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to be added</source>
        <translation>será adicionada</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>será removida</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Novo modelo</translation>
    </message>
    <message>
        <source>Remove template</source>
        <translation>Remover modelo</translation>
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
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tags, one a line</source>
        <translation>Etiquetas, uma por linha</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Inserir campo</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translation>“{0}” foi removido.</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Importar modelos</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Não foi possível ler o arquivo.</translation>
    </message>
    <message>
        <source>This file holds no templates; nothing was imported.</source>
        <translation>Este arquivo não tem modelos; nada foi importado.</translation>
    </message>
    <message>
        <source>Imported: {0}</source>
        <translation>Importados: {0}</translation>
    </message>
    <message>
        <source>Export the templates</source>
        <translation>Exportar os modelos</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>Exportado.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Não foi possível gravar o arquivo.</translation>
    </message>
    <message>
        <source>There is no template yet. “New template” begins one.</source>
        <translation>Ainda não há modelos. “Novo modelo” cria um.</translation>
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
        <translation>Um token de acesso não tem espaços nem quebras de linha. Copie-o de novo.</translation>
    </message>
    <message>
        <source>An access token has only plain letters, digits and signs. Copy it again.</source>
        <translation>Um token de acesso só tem letras sem acento, números e sinais. Copie-o de novo.</translation>
    </message>
    <message>
        <source>This is too long for an access token. Copy it again.</source>
        <translation>Isto é longo demais para um token de acesso. Copie-o de novo.</translation>
    </message>
    <message>
        <source>This is an address, not an access token. Paste the token.</source>
        <translation>Isto é um endereço, não um token de acesso. Cole o token.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>change of subject</source>
        <translation>alteração de assunto</translation>
    </message>
    <message>
        <source>typing of tag</source>
        <translation>digitação de etiqueta</translation>
    </message>
    <message>
        <source>several tags</source>
        <translation>várias etiquetas</translation>
    </message>
    <message>
        <source>removal of unseen characters</source>
        <translation>remoção de caracteres invisíveis</translation>
    </message>
    <message>
        <source>tag {0}</source>
        <translation>etiqueta {0}</translation>
    </message>
    <message>
        <source>change of {0}</source>
        <translation>alteração de {0}</translation>
    </message>
    <message>
        <source>new attribute {0}</source>
        <translation>atributo novo {0}</translation>
    </message>
    <message>
        <source>new attribute</source>
        <translation>novo atributo</translation>
    </message>
    <message>
        <source>template {0}</source>
        <translation>modelo {0}</translation>
    </message>
    <message>
        <source>discarding</source>
        <translation>descarte</translation>
    </message>
    <message>
        <source>typing of note</source>
        <translation>digitação de nota</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>nota nova</translation>
    </message>
    <message>
        <source>removal of note</source>
        <translation>remoção de nota</translation>
    </message>
    <message>
        <source>order of notes</source>
        <translation>ordem das notas</translation>
    </message>
    <message>
        <source>return of changes</source>
        <translation>retorno das alterações</translation>
    </message>
    <message>
        <source>change of note</source>
        <translation>alteração de nota</translation>
    </message>
    <message>
        <source>pasting of attributes</source>
        <translation>colagem de atributos</translation>
    </message>
    <message>
        <source>bulk text</source>
        <translation>texto em bloco</translation>
    </message>
    <message>
        <source>reverting of attributes</source>
        <translation>reversão de atributos</translation>
    </message>
    <message>
        <source>trimming of names</source>
        <translation>remoção de espaços dos nomes</translation>
    </message>
    <message>
        <source>leaving out of attributes</source>
        <translation>omissão de atributos</translation>
    </message>
    <message>
        <source>clearing of attributes</source>
        <translation>esvaziamento de atributos</translation>
    </message>
</context>
<context>
    <name>UnseenLine</name>
    <message>
        <source>Remove unseen characters</source>
        <translation>Remover caracteres invisíveis</translation>
    </message>
    <message>
        <source>Unseen characters, which are sent too: {0}</source>
        <translation>Caracteres invisíveis, que também são enviados: {0}</translation>
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
        <translation>Texto maior</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto menor</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texto normal</translation>
    </message>
    <message>
        <source>Text size: {0} %</source>
        <translation>Tamanho do texto: {0}%</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Opening</source>
        <translation>Abrindo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abrindo o caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is not open.</source>
        <translation>O caso {0} não está aberto.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>The data file was damaged. It was set aside as {0}; a new one was begun.</source>
        <translation>O arquivo de dados estava danificado. Foi posto de lado como {0}; um novo foi iniciado.</translation>
    </message>
    <message>
        <source>Drafts and pending submissions are here again.</source>
        <translation>Os rascunhos e os envios pendentes estão de volta.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Drafts and pending submissions couldn&apos;t be read.</source>
        <translation>NÃO salvo: {0} Os rascunhos e os envios pendentes não puderam ser lidos.</translation>
    </message>
    <message>
        <source>Trying again. What you type is kept in this window only.</source>
        <translation>Tentando de novo. O que você digitar fica só nesta janela.</translation>
    </message>
    <message>
        <source>Only the first {0} of {1} cases were opened.</source>
        <translation>Só os primeiros {0} de {1} casos foram abertos.</translation>
    </message>
    <message>
        <source>This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?</source>
        <translation>Este link leva a {0}, mas você entrou em {1}. {0} mostra os casos de {1}?</translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation>Caso {0}: {1}</translation>
    </message>
</context>
</TS>
