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
        <source>Signed out. Open cases stay; nothing is sent until you sign in.</source>
        <translation>Você saiu da conta. Os casos abertos permanecem; nada é enviado até você entrar.</translation>
    </message>
    <message>
        <source>The token couldn&apos;t be removed from the system keyring. {0}</source>
        <translation>Não foi possível remover o token do chaveiro do sistema. {0}</translation>
    </message>
    <message>
        <source>Your administrator&apos;s policy can&apos;t be read. Use a server you have used before.</source>
        <translation>Não é possível ler a política do seu administrador. Use um servidor que você já usou.</translation>
    </message>
    <message>
        <source>This link leads to {0}, which you&apos;ve never used.</source>
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
        <source>The access token is kept in the system keyring only. Signing in and out take effect at once.</source>
        <translation>O token de acesso fica só no chaveiro do sistema. Entrar e sair da conta têm efeito imediato.</translation>
    </message>
    <message>
        <source>Demo: the access token is kept in memory only. Signing in and out take effect at once.</source>
        <translation>Demonstração: o token de acesso fica só na memória. Entrar e sair da conta têm efeito imediato.</translation>
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
        <source>Enter a case ID or a case link.</source>
        <translation>Insira o ID ou o link de um caso.</translation>
    </message>
    <message>
        <source>That isn&apos;t a case ID. IDs are numbers, like 203.</source>
        <translation>Isso não é o ID de um caso. Os IDs são números, como 203.</translation>
    </message>
    <message>
        <source>That link doesn&apos;t lead to a case. Case links end in /case/ and a number.</source>
        <translation>Esse link não leva a um caso. Links de casos terminam em /case/ e um número.</translation>
    </message>
    <message>
        <source>That isn&apos;t a server address. Addresses look like https://example.org.</source>
        <translation>Isso não é o endereço de um servidor. Um endereço é como https://example.org.</translation>
    </message>
</context>
<context>
    <name>AddressBar</name>
    <message>
        <source>Case id or link</source>
        <translation>ID ou link do caso</translation>
    </message>
    <message>
        <source>Case ID, link or search</source>
        <translation>ID do caso, link ou busca</translation>
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
        <translation>Ficar no caso</translation>
    </message>
    <message>
        <source>Open the next case of the list</source>
        <translation>Abrir o próximo caso da lista</translation>
    </message>
    <message>
        <source>Close the case once it is stored</source>
        <translation>Fechar o caso quando estiver registrado</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong. What you typed is still here; {0}</source>
        <translation>Algo deu errado. O que você digitou continua aqui; {0}</translation>
    </message>
    <message>
        <source>see the log in {0} for details.</source>
        <translation>veja os detalhes no registro em {0}.</translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>Enter accepts, Escape cancels. Down lists suggestions.</source>
        <translation>Enter aceita, Esc cancela. Seta para baixo mostra sugestões.</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>Nome do atributo</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>Choose a date…</source>
        <translation>Escolher uma data…</translation>
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
        <translation>“{0}” leva a “{1}”. Com Enter em vez de Tab, um nome novo fica como foi digitado.</translation>
    </message>
    <message>
        <source>Shift+Tab makes “{0}” a new attribute now.</source>
        <translation>Shift+Tab faz agora de “{0}” um novo atributo.</translation>
    </message>
    <message>
        <source>Filter attributes</source>
        <translation>Filtrar atributos</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Limpar filtro</translation>
    </message>
    <message>
        <source>More for attributes</source>
        <translation>Mais para atributos</translation>
    </message>
    <message>
        <source>Edit as text…</source>
        <translation>Editar como texto…</translation>
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
        <source>Unpin</source>
        <translation>Desafixar</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fixar no topo</translation>
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
        <source>Was: {0}</source>
        <translation>Antes: {0}</translation>
    </message>
    <message>
        <source>sent as empty</source>
        <translation>é enviado vazio</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Novo atributo</translation>
    </message>
    <message>
        <source>New attribute ({0})</source>
        <translation>Novo atributo ({0})</translation>
    </message>
    <message>
        <source>Names of existing attributes can&apos;t be changed.</source>
        <translation>Os nomes de atributos existentes não podem ser alterados.</translation>
    </message>
    <message>
        <source>This name is reserved, so its value is read-only.</source>
        <translation>Este nome é reservado; por isso o valor é somente leitura.</translation>
    </message>
    <message>
        <source>This attribute is the stamp (Preferences, Submitting). Each submission sets it.</source>
        <translation>Este atributo é o carimbo (Preferências, Envio). Cada envio o define.</translation>
    </message>
    <message>
        <source>Nested value: read-only.</source>
        <translation>Valor aninhado: somente leitura.</translation>
    </message>
    <message>
        <source>{0}, pinned</source>
        <translation>{0}, fixado</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fixado</translation>
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
        <source>Sent as an empty value. The server may empty, keep or remove the attribute; this isn&apos;t documented. Attributes can&apos;t be deleted here.</source>
        <translation>É enviado como valor vazio. O servidor pode esvaziar, manter ou remover o atributo; isso não está documentado. Aqui não é possível excluir atributos.</translation>
    </message>
    <message>
        <source>This value has invisible spaces: at an end, tabs, or several in a row.</source>
        <translation>Este valor tem espaços invisíveis: em uma ponta, tabulações ou vários seguidos.</translation>
    </message>
    <message>
        <source>New here: no case that you have seen has this value.</source>
        <translation>Novo aqui: nenhum caso que você viu tem este valor.</translation>
    </message>
</context>
<context>
    <name>AttributeNames</name>
    <message>
        <source>to its value</source>
        <translation>ao seu valor</translation>
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
        <source>Attributes pasted: {0}. Press Ctrl+Z to undo.</source>
        <translation>Atributos colados: {0}. Pressione Ctrl+Z para desfazer.</translation>
    </message>
    <message>
        <source>Names pasted: {0} of {1}; the others already exist. Press Ctrl+Z to undo.</source>
        <translation>Nomes colados: {0} de {1}; os demais já existem. Pressione Ctrl+Z para desfazer.</translation>
    </message>
    <message>
        <source>Nothing was pasted: {0} lines, but no attribute here. Paste the names first.</source>
        <translation>Nada foi colado: {0} linhas, mas nenhum atributo aqui. Cole primeiro os nomes.</translation>
    </message>
    <message>
        <source>Values pasted: {0}. Press Ctrl+Z to undo.</source>
        <translation>Valores colados: {0}. Pressione Ctrl+Z para desfazer.</translation>
    </message>
    <message>
        <source>Lines that don&apos;t fit below the last row: {0} ({1}).</source>
        <translation>Linhas que não cabem abaixo da última linha da tabela: {0} ({1}).</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be changed, so “{1}” isn&apos;t pasted.</source>
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
        <translation>Alterações</translation>
    </message>
    <message>
        <source>Changes part</source>
        <translation>Parte Alterações</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ainda nenhum</translation>
    </message>
    <message>
        <source>Open batch</source>
        <translation>Abrir lote</translation>
    </message>
    <message>
        <source>Name of a batch</source>
        <translation>Nome de um lote</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Plan part</source>
        <translation>Parte Plano</translation>
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
        <translation>Executar</translation>
    </message>
    <message>
        <source>Run part</source>
        <translation>Parte Execução</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>The batch opens once you are signed in.</source>
        <translation>O lote é aberto assim que você entrar.</translation>
    </message>
    <message>
        <source>Not deleted: an update of it has no answer yet. Decide it under Results first.</source>
        <translation>Não excluído: uma atualização dele ainda não tem resposta. Decida-a antes em Resultados.</translation>
    </message>
    <message>
        <source>Sign in to change many cases.</source>
        <translation>Entre para alterar muitos casos.</translation>
    </message>
    <message>
        <source>Batch “{0}” was deleted.</source>
        <translation>O lote “{0}” foi excluído.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. Choose another file.</source>
        <translation>Este arquivo não pode ser lido. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>This file isn&apos;t the plan of a batch. Choose another file.</source>
        <translation>Este arquivo não é o plano de um lote. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>This plan is from a newer version. Install that version to open it.</source>
        <translation>Este plano é de uma versão mais nova. Instale-a para abri-lo.</translation>
    </message>
    <message>
        <source>This plan has more cases than a batch may have. Ask for a smaller one.</source>
        <translation>Este plano tem mais casos do que um lote pode ter. Peça um menor.</translation>
    </message>
    <message>
        <source>This plan is for another server. Sign in there to open it.</source>
        <translation>Este plano é para outro servidor. Entre lá para abri-lo.</translation>
    </message>
    <message>
        <source>Undo of {0}</source>
        <translation>Desfazer {0}</translation>
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
        <translation>Excluir lote</translation>
    </message>
    <message>
        <source>Delete “{0}” with its results?</source>
        <translation>Excluir “{0}” com seus resultados?</translation>
    </message>
    <message>
        <source>It leaves the history, too, and can&apos;t be undone any more.</source>
        <translation>Ele também sai do histórico e não poderá mais ser desfeito.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
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
        <translation>1 não é um ID de caso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln aren&apos;t case IDs</source>
        <translation>
            <numerusform>%Ln não é um ID de caso</numerusform>
            <numerusform>%Ln não são IDs de casos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 too many</source>
        <translation>1 caso a mais</translation>
    </message>
    <message numerus="yes">
        <source>%Ln too many</source>
        <translation>
            <numerusform>%Ln caso a mais</numerusform>
            <numerusform>%Ln casos a mais</numerusform>
        </translation>
    </message>
    <message>
        <source>1 of {0}, which is another server</source>
        <translation>1 caso de {0}, que é outro servidor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {0}, which is another server</source>
        <translation>
            <numerusform>%Ln caso de {0}, que é outro servidor</numerusform>
            <numerusform>%Ln casos de {0}, que é outro servidor</numerusform>
        </translation>
    </message>
    <message>
        <source>1 fewer than the server counted</source>
        <translation>1 caso a menos do que o servidor contou</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fewer than the server counted</source>
        <translation>
            <numerusform>%Ln caso a menos do que o servidor contou</numerusform>
            <numerusform>%Ln casos a menos do que o servidor contou</numerusform>
        </translation>
    </message>
    <message>
        <source>1 note can&apos;t be taken back.</source>
        <translation>1 nota não pode ser desfeita.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes can&apos;t be taken back.</source>
        <translation>
            <numerusform>%Ln nota não pode ser desfeita.</numerusform>
            <numerusform>%Ln notas não podem ser desfeitas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change 1 case of the demo server?</source>
        <translation>Alterar 1 caso do servidor de demonstração?</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cases of the demo server?</source>
        <translation>
            <numerusform>Alterar %Ln caso do servidor de demonstração?</numerusform>
            <numerusform>Alterar %Ln casos do servidor de demonstração?</numerusform>
        </translation>
    </message>
    <message>
        <source>Change 1 case of {0}?</source>
        <translation>Alterar 1 caso de {0}?</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln cases of {0}?</source>
        <translation>
            <numerusform>Alterar %Ln caso de {0}?</numerusform>
            <numerusform>Alterar %Ln casos de {0}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more lines</source>
        <translation>
            <numerusform>… e mais %Ln linha</numerusform>
            <numerusform>… e mais %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 doubtful ID</source>
        <translation>1 ID duvidoso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful IDs</source>
        <translation>
            <numerusform>%Ln ID duvidoso</numerusform>
            <numerusform>%Ln IDs duvidosos</numerusform>
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
        <translation>1 célula duvidosa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln doubtful cells</source>
        <translation>
            <numerusform>%Ln célula duvidosa</numerusform>
            <numerusform>%Ln células duvidosas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change each</source>
        <translation>1 alteração em cada um</translation>
    </message>
    <message numerus="yes">
        <source>%n changes each</source>
        <translation>
            <numerusform>%n alteração em cada um</numerusform>
            <numerusform>%n alterações em cada um</numerusform>
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
        <translation>da lista</translation>
    </message>
    <message>
        <source>of a search</source>
        <translation>de uma pesquisa</translation>
    </message>
    <message>
        <source>of a table</source>
        <translation>de uma tabela</translation>
    </message>
    <message>
        <source>of another batch</source>
        <translation>de outro lote</translation>
    </message>
    <message>
        <source>to be undone</source>
        <translation>a desfazer</translation>
    </message>
    <message>
        <source>of a plan</source>
        <translation>de um plano</translation>
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
        <translation>aceito</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>já estava assim</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorado</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>alterado por outros</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitado</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>sem confirmação</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>não enviado</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Name of the batch</source>
        <translation>Nome do lote</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>Batch {0}</source>
        <translation>Lote {0}</translation>
    </message>
    <message>
        <source>Tables ({0})</source>
        <translation>Tabelas ({0})</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Abrir tabela</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exportar resultados</translation>
    </message>
    <message>
        <source>Plan of a batch (*.json)</source>
        <translation>Plano de um lote (*.json)</translation>
    </message>
    <message>
        <source>Export plan</source>
        <translation>Exportar plano</translation>
    </message>
    <message>
        <source>Not exported. {0}</source>
        <translation>Não foi exportado. {0}</translation>
    </message>
</context>
<context>
    <name>BatchReport</name>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
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
        <translation>Nome</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planejado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>Palavras do servidor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Sabe-se por</translation>
    </message>
    <message>
        <source>seen on the server</source>
        <translation>visto no servidor</translation>
    </message>
    <message>
        <source>the server&apos;s good answer</source>
        <translation>resposta positiva do servidor</translation>
    </message>
    <message>
        <source>said by you</source>
        <translation>informado por você</translation>
    </message>
</context>
<context>
    <name>BatchState</name>
    <message>
        <source>draft</source>
        <translation>rascunho</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planejado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>em execução</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>done</source>
        <translation>concluído</translation>
    </message>
</context>
<context>
    <name>BatchTabs</name>
    <message>
        <source>Plan of a batch ({0})</source>
        <translation>Plano de um lote ({0})</translation>
    </message>
    <message>
        <source>Open plan from file</source>
        <translation>Abrir plano de um arquivo</translation>
    </message>
    <message>
        <source>This batch is running. Closing pauses it.</source>
        <translation>Este lote está em execução. Ao fechá-lo, ele fica em pausa.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Pausar e fechar</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuar executando</translation>
    </message>
    <message>
        <source>No batches yet. Ctrl+B begins one.</source>
        <translation>Ainda não há lotes. Ctrl+B começa um.</translation>
    </message>
</context>
<context>
    <name>BatchValue</name>
    <message>
        <source>(empty)</source>
        <translation>(vazio)</translation>
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
        <source>Your changes to this text aren&apos;t applied.</source>
        <translation>Suas alterações neste texto não foram aplicadas.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Close without applying</source>
        <translation>Sair sem aplicar</translation>
    </message>
    <message>
        <source>One name=value per line. Write \n for a line break, \t for a tab, \s for a space at either end, \\ for a backslash, \= for an equals sign in a name.
Table rows, name: value and JSON work too; backslashes in them are plain.
Removing a line removes only new attributes.</source>
        <translation>Um nome=valor por linha. Escreva \n para uma quebra de linha, \t para uma tabulação, \s para um espaço em uma ponta, \\ para uma barra invertida e \= para um sinal de igual em um nome.
Também valem linhas de uma tabela, nome: valor e JSON; nesses formatos, a barra invertida não tem significado especial.
Remover uma linha remove só atributos novos.</translation>
    </message>
    <message>
        <source>Not applied yet. Lines with backslash codes: {0}</source>
        <translation>Ainda não aplicado. Linhas com códigos de barra invertida: {0}</translation>
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
        <source>Not applied yet. Lines with errors: {0}</source>
        <translation>Ainda não aplicado. Linhas com erros: {0}</translation>
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
        <translation>Citar em uma nota</translation>
    </message>
    <message>
        <source>Search cases with this</source>
        <translation>Buscar casos com isto</translation>
    </message>
    <message>
        <source>Open case {0}</source>
        <translation>Abrir o caso {0}</translation>
    </message>
    <message>
        <source>Write to {0}…</source>
        <translation>Escrever para {0}…</translation>
    </message>
    <message>
        <source>Call {0}…</source>
        <translation>Ligar para {0}…</translation>
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
        <translation>Encurtado; Ctrl+C copia tudo · {0}</translation>
    </message>
</context>
<context>
    <name>CaseDocument</name>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
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
        <translation>Notas sobre o contato</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Left out: {0}. Press Ctrl+Z to undo.</source>
        <translation>Deixado de fora: {0}. Pressione Ctrl+Z para desfazer.</translation>
    </message>
    <message>
        <source>Tags added: {0}</source>
        <translation>Etiquetas adicionadas: {0}</translation>
    </message>
    <message>
        <source>“{0}” already exists.</source>
        <translation>“{0}” já existe.</translation>
    </message>
    <message>
        <source>Left as it was. Press Ctrl+Z to get your text back.</source>
        <translation>Ficou como estava. Pressione Ctrl+Z para recuperar seu texto.</translation>
    </message>
    <message>
        <source>Changes discarded. Press Ctrl+Z to undo.</source>
        <translation>Alterações descartadas. Pressione Ctrl+Z para desfazer.</translation>
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
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation>Revisar alterações</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Submit and next</source>
        <translation>Enviar e avançar</translation>
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
        <source>Cases you open appear here.</source>
        <translation>Aqui aparecem os casos que você abre.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Nenhum rascunho</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
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
        <source>Sign in to save a queue.</source>
        <translation>Entre para salvar uma fila.</translation>
    </message>
    <message>
        <source>You have {0} queues, which is the maximum. Delete one to save another.</source>
        <translation>Você tem {0} filas, que é o máximo. Exclua uma para salvar outra.</translation>
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
        <source>Still checking the server.</source>
        <translation>A verificação do servidor continua.</translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>Close case {0}</source>
        <translation>Fechar o caso {0}</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Fechar {0}</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>prévia</translation>
    </message>
    <message>
        <source>Preview: the next case replaces it</source>
        <translation>Prévia: o próximo caso a substitui</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>não aberto</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
</context>
<context>
    <name>CasesLink</name>
    <message>
        <source>Searches all cases of this contact</source>
        <translation>Busca todos os casos deste contato</translation>
    </message>
</context>
<context>
    <name>CasesPart</name>
    <message>
        <source>Case ids</source>
        <translation>IDs dos casos</translation>
    </message>
    <message>
        <source>IDs, #IDs or links, one per line</source>
        <translation>IDs, #IDs ou links, um por linha</translation>
    </message>
    <message>
        <source>Paste case IDs or links, one per line</source>
        <translation>Cole IDs ou links de casos, um por linha</translation>
    </message>
    <message>
        <source>From the list</source>
        <translation>Da lista</translation>
    </message>
    <message>
        <source>The marked cases, or all of the search if none or one is marked</source>
        <translation>Os casos marcados, ou todos os da pesquisa se houver um ou nenhum marcado</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Abrir tabela</translation>
    </message>
    <message>
        <source>CSV, TSV, Excel or OpenDocument</source>
        <translation>CSV, TSV, Excel ou OpenDocument</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>Cancelar leitura</translation>
    </message>
    <message>
        <source>Remove cases</source>
        <translation>Remover casos</translation>
    </message>
    <message>
        <source>IDs typed here replace the cases below</source>
        <translation>Os IDs digitados aqui substituem os casos abaixo</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ainda nenhum</translation>
    </message>
    <message>
        <source>Reading the search…</source>
        <translation>Lendo a pesquisa…</translation>
    </message>
    <message>
        <source>Reading the search: {0}</source>
        <translation>Lendo a pesquisa: {0}</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Ainda não há casos</translation>
    </message>
    <message>
        <source>line {0}: “{1}”</source>
        <translation>linha {0}: “{1}”</translation>
    </message>
    <message>
        <source>No case IDs: {0}</source>
        <translation>Não são IDs de caso: {0}</translation>
    </message>
    <message>
        <source>the rest of the file, which has more rows than a batch may have</source>
        <translation>o restante do arquivo, que tem mais linhas do que um lote admite</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>De fora: {0}</translation>
    </message>
</context>
<context>
    <name>CellFlag</name>
    <message>
        <source>A spreadsheet shortened this number.</source>
        <translation>Uma planilha encurtou este número.</translation>
    </message>
    <message>
        <source>More than 15 digits: a spreadsheet may have rounded it.</source>
        <translation>Mais de 15 dígitos: uma planilha pode tê-lo arredondado.</translation>
    </message>
    <message>
        <source>The zeros in front are only shown: the number has none.</source>
        <translation>Os zeros à esquerda são só exibidos: o número não os tem.</translation>
    </message>
    <message>
        <source>A spreadsheet turned this into a date.</source>
        <translation>Uma planilha transformou isto em data.</translation>
    </message>
    <message>
        <source>A formula without a value.</source>
        <translation>Uma fórmula sem valor.</translation>
    </message>
    <message>
        <source>A merged cell covers this one: it counts as blank.</source>
        <translation>Uma célula mesclada cobre esta: conta como em branco.</translation>
    </message>
    <message>
        <source>A filter or somebody hid this row.</source>
        <translation>Um filtro ou alguém ocultou esta linha.</translation>
    </message>
    <message>
        <source>A character isn&apos;t readable. Choose another encoding.</source>
        <translation>Um caractere não é legível. Escolha outra codificação.</translation>
    </message>
    <message>
        <source>This case is in the table twice.</source>
        <translation>Este caso está duas vezes na tabela.</translation>
    </message>
    <message>
        <source>This isn&apos;t a case ID.</source>
        <translation>Isto não é um ID de caso.</translation>
    </message>
    <message>
        <source>A link to another server.</source>
        <translation>Um link para outro servidor.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Tag removed</source>
        <translation>Etiqueta removida</translation>
    </message>
    <message>
        <source>Text of an unreadable row</source>
        <translation>Texto de uma linha ilegível</translation>
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
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Batch “{0}”</source>
        <translation>Lote “{0}”</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>New tag</source>
        <translation>Nova etiqueta</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Adicionar etiqueta</translation>
    </message>
    <message>
        <source>Don&apos;t add tag {0}</source>
        <translation>Não adicionar a etiqueta {0}</translation>
    </message>
    <message>
        <source>Tag to remove</source>
        <translation>Etiqueta a remover</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Remover etiqueta</translation>
    </message>
    <message>
        <source>Don&apos;t remove tag {0}</source>
        <translation>Não remover a etiqueta {0}</translation>
    </message>
    <message>
        <source>Store a note again where it already stands</source>
        <translation>Registrar de novo uma nota onde ela já está</translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation>Inserir campo</translation>
    </message>
    <message>
        <source>Replaced in each case, such as the contact&apos;s name</source>
        <translation>É substituído em cada caso, como o nome do contato</translation>
    </message>
    <message>
        <source>How to set the subject</source>
        <translation>Como definir o assunto</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sem alteração</translation>
    </message>
    <message>
        <source>Only where the subject is</source>
        <translation>Só onde o assunto é</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nova nota</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Adicionar nota</translation>
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
        <translation>O administrador não permite notas em lotes.</translation>
    </message>
    <message>
        <source>Remove note {0}</source>
        <translation>Remover a nota {0}</translation>
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
        <source>last change: {0}, {1} ago</source>
        <translation>última alteração: {0}, há {1}</translation>
    </message>
    <message>
        <source>last change: {0}</source>
        <translation>última alteração: {0}</translation>
    </message>
    <message>
        <source>last change: {0} ago</source>
        <translation>última alteração: há {0}</translation>
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
        <source>(doesn&apos;t exist)</source>
        <translation>(não existe)</translation>
    </message>
</context>
<context>
    <name>ConflictGroup</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflitos</translation>
    </message>
    <message>
        <source>A colleague changed this too. Nothing is sent until you choose.</source>
        <translation>Um colega também alterou isto. Nada é enviado até você escolher.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir depois</translation>
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
        <translation>Permitir &amp;http sem criptografia</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>Servidor &amp;proxy</translation>
    </message>
    <message>
        <source>Leave empty to use the system settings. Takes effect at the next start.</source>
        <translation>Deixe vazio para usar a configuração do sistema. Vale a partir do próximo início.</translation>
    </message>
    <message>
        <source>⚠ Others can then read everything, your access token too. Use it only on a network you trust. Takes effect at the next start.</source>
        <translation>⚠ Outros poderiam ler tudo, inclusive seu token de acesso. Use só em uma rede de confiança. Vale a partir do próximo início.</translation>
    </message>
    <message>
        <source>&amp;Seconds to wait for an answer</source>
        <translation>Tempo de e&amp;spera (s)</translation>
    </message>
    <message>
        <source>Raise it for a slow server. Takes effect at the next start.</source>
        <translation>Aumente para um servidor lento. Vale a partir do próximo início.</translation>
    </message>
    <message>
        <source>&amp;Refresh the queue every minute</source>
        <translation>Atua&amp;lizar a fila a cada minuto</translation>
    </message>
    <message>
        <source>Only while the window is visible.</source>
        <translation>Somente enquanto a janela está visível.</translation>
    </message>
    <message>
        <source>That isn&apos;t a proxy address. Addresses look like http://proxy.example.org:3128.</source>
        <translation>Isso não é o endereço de um proxy. Um endereço é como http://proxy.example.org:3128.</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>no name</source>
        <translation>sem nome</translation>
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
        <translation>Detalhes</translation>
    </message>
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
        <source>No messages in this case</source>
        <translation>Este caso não tem mensagens</translation>
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
        <translation>ID do caso copiado.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link copiado.</translation>
    </message>
    <message>
        <source>Summary copied.</source>
        <translation>Resumo copiado.</translation>
    </message>
    <message>
        <source>Copy case ID</source>
        <translation>Copiar ID do caso</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copiar resumo</translation>
    </message>
    <message>
        <source>Copy summary as Markdown</source>
        <translation>Copiar resumo em Markdown</translation>
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
        <translation>1 mensagem</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
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
        <source>1 needs you</source>
        <translation>1 requer sua atenção</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n requer sua atenção</numerusform>
            <numerusform>%n requerem sua atenção</numerusform>
        </translation>
    </message>
    <message>
        <source>1 case needs you.</source>
        <translation>1 caso requer sua atenção.</translation>
    </message>
    <message numerus="yes">
        <source>%n cases need you.</source>
        <translation>
            <numerusform>%n caso requer sua atenção.</numerusform>
            <numerusform>%n casos requerem sua atenção.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 on its way</source>
        <translation>1 envio a caminho</translation>
    </message>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation>
            <numerusform>%n envio a caminho</numerusform>
            <numerusform>%n envios a caminho</numerusform>
        </translation>
    </message>
    <message>
        <source>1 waiting</source>
        <translation>1 envio em espera</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n envio em espera</numerusform>
            <numerusform>%n envios em espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready again in 1 second.</source>
        <translation>Disponível de novo em 1 segundo.</translation>
    </message>
    <message numerus="yes">
        <source>Ready again in %n seconds.</source>
        <translation>
            <numerusform>Disponível de novo em %n segundo.</numerusform>
            <numerusform>Disponível de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 sugestão</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n sugestão</numerusform>
            <numerusform>%n sugestões</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataFile</name>
    <message>
        <source>The file of batches was damaged and set aside as {0}. A new one was created.</source>
        <translation>O arquivo de lotes estava danificado e foi separado como {0}. Um novo foi criado.</translation>
    </message>
    <message>
        <source>The data file was replaced while in use. Unsent changes were saved again.</source>
        <translation>O arquivo de dados foi substituído durante o uso. As alterações não enviadas foram salvas de novo.</translation>
    </message>
    <message>
        <source>More rows couldn&apos;t be read: {0}. See their text in History.</source>
        <translation>Mais linhas não puderam ser lidas: {0}. Veja o texto delas no histórico.</translation>
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
        <source>No batch could be recovered.</source>
        <translation>Nenhum lote pôde ser recuperado.</translation>
    </message>
    <message>
        <source>1 batch was recovered.</source>
        <translation>1 lote foi recuperado.</translation>
    </message>
    <message>
        <source>{0} batches were recovered.</source>
        <translation>{0} lotes foram recuperados.</translation>
    </message>
    <message>
        <source>A draft of case {0} couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>Um rascunho do caso {0} não pôde ser lido. Ele fica no arquivo de dados; veja o texto no histórico.</translation>
    </message>
    <message>
        <source>A submission of case {0} couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>Um envio do caso {0} não pôde ser lido. Ele fica no arquivo de dados; veja o texto no histórico.</translation>
    </message>
    <message>
        <source>The template “{0}” couldn&apos;t be read. It stays in the data file; see its text in History.</source>
        <translation>O modelo “{0}” não pôde ser lido. Ele fica no arquivo de dados; veja o texto no histórico.</translation>
    </message>
    <message>
        <source>Others on this computer can read {0}. Restrict its permissions to yourself.</source>
        <translation>Outras pessoas neste computador podem ler {0}. Restrinja as permissões ao seu usuário.</translation>
    </message>
</context>
<context>
    <name>DatePicker</name>
    <message>
        <source>Choose a date</source>
        <translation>Escolher uma data</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendário</translation>
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
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
</context>
<context>
    <name>DecisionNotices</name>
    <message>
        <source>Case {0} has a conflict.</source>
        <translation>O caso {0} tem um conflito.</translation>
    </message>
    <message>
        <source>Case {0} was rejected.</source>
        <translation>O caso {0} foi rejeitado.</translation>
    </message>
    <message>
        <source>Case {0} needs your decision.</source>
        <translation>O caso {0} precisa da sua decisão.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Leave</source>
        <translation>Deixar</translation>
    </message>
    <message>
        <source>Set anyway</source>
        <translation>Definir mesmo assim</translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation>Ficou registrado</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>não está mais lá</translation>
    </message>
    <message>
        <source>{0}: {1} is {2} now, changed since the plan. Planned: “{3}”.</source>
        <translation>{0}: {1} agora é {2}; mudou desde o plano. Planejado: “{3}”.</translation>
    </message>
    <message>
        <source>{0}: not confirmed.</source>
        <translation>{0}: sem confirmação.</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>Somebody changed the cases since.</source>
        <translation>Alguém alterou os casos desde então.</translation>
    </message>
    <message>
        <source>✓ {0} is there.</source>
        <translation>✓ {0}: está lá.</translation>
    </message>
    <message>
        <source>✗ {0} isn&apos;t there.</source>
        <translation>✗ {0}: não está lá.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be seen.</source>
        <translation>{0}: não dá para ver.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>NOT saved: {0} Nothing is sent.</source>
        <translation>NÃO foi salvo: {0} Nada é enviado.</translation>
    </message>
    <message>
        <source>Stored at the server, but NOT noted on this computer: {0} Trying again.</source>
        <translation>Registrado no servidor, mas NÃO anotado neste computador: {0} Tentando de novo.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Your changes return to the draft once it works.</source>
        <translation>NÃO foi salvo: {0} Suas alterações voltam ao rascunho quando funcionar.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Still checking the server for your changes.</source>
        <translation>NÃO foi salvo: {0} A verificação das suas alterações no servidor continua.</translation>
    </message>
    <message>
        <source>{1} submitted case {0}. It will be sent when {1} signs in.</source>
        <translation>{1} enviou o caso {0}. Ele sairá quando {1} entrar.</translation>
    </message>
    <message>
        <source>Not saved{1} Your changes are back in the draft.</source>
        <translation>Não salvo{1} Suas alterações voltaram ao rascunho.</translation>
    </message>
    <message>
        <source>Changes to case {0} are back in the draft.</source>
        <translation>As alterações do caso {0} voltaram ao rascunho.</translation>
    </message>
    <message>
        <source>When you submit again, the server is checked first.</source>
        <translation>Quando você enviar de novo, o servidor é verificado primeiro.</translation>
    </message>
    <message>
        <source>Checking whether the changes to case {0} are on the server.</source>
        <translation>Verificando se as alterações do caso {0} estão no servidor.</translation>
    </message>
    <message>
        <source>A colleague changed the same fields of case {0}. Choose which to keep.</source>
        <translation>Um colega alterou os mesmos campos do caso {0}. Escolha quais manter.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to send it.</source>
        <translation>O caso {0} está em espera. Entre para enviá-lo.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when the connection is back.</source>
        <translation>{0} O caso {1} será enviado quando a conexão voltar.</translation>
    </message>
    <message>
        <source>It had just accepted this token, and now says</source>
        <translation>Tinha acabado de aceitar este token e agora diz</translation>
    </message>
    <message>
        <source>Fields you left to your colleague weren&apos;t sent.</source>
        <translation>Os campos que você deixou para o colega não foram enviados.</translation>
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
        <source>We couldn&apos;t confirm that the changes to case {0} are on the server.</source>
        <translation>Não foi possível confirmar que as alterações do caso {0} estão no servidor.</translation>
    </message>
    <message>
        <source>Finished ({1}), but NOT noted on this computer: {0} Trying again.</source>
        <translation>Concluído ({1}), mas NÃO anotado neste computador: {0} Tentando de novo.</translation>
    </message>
    <message>
        <source>Case {0} was submitted with another token. See Others’ drafts and submissions.</source>
        <translation>O caso {0} foi enviado com outro token. Veja Rascunhos e envios de outros.</translation>
    </message>
    <message>
        <source>{0} Close that one to send case {1}.</source>
        <translation>{0} Feche-o para enviar o caso {1}.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when its current state can be read.</source>
        <translation>{0} O caso {1} será enviado quando o estado atual dele puder ser lido.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} will be removed when the connection is back.</source>
        <translation>{0} As etiquetas do caso {1} serão removidas quando a conexão voltar.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be checked when the connection is back.</source>
        <translation>{0} O caso {1} será verificado quando a conexão voltar.</translation>
    </message>
    <message>
        <source>An unconfirmed note of case {0} reached the server.</source>
        <translation>Uma nota não confirmada do caso {0} chegou ao servidor.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. Part of it differs on the server.</source>
        <translation>Enviado: aceito às {0}. Uma parte difere no servidor.</translation>
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
        <source>{0}: stored, but the server doesn&apos;t show it</source>
        <translation>{0}: registrado, mas o servidor não mostra</translation>
    </message>
    <message>
        <source>{0}: the server holds “{1}”</source>
        <translation>{0}: o servidor tem “{1}”</translation>
    </message>
    <message>
        <source>{1} submitted case {0}. It will be checked when {1} signs in.</source>
        <translation>{1} enviou o caso {0}. Ele será verificado quando {1} entrar.</translation>
    </message>
    <message>
        <source>Not sent: changes to case {0} are back in the draft.</source>
        <translation>Não enviado: as alterações do caso {0} voltaram ao rascunho.</translation>
    </message>
    <message>
        <source>Rename these attributes or leave them out, then submit.</source>
        <translation>Mude o nome destes atributos ou deixe-os de fora, e envie.</translation>
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
        <source>You recently took back a similar note. It may be on the server.</source>
        <translation>Há pouco você retirou uma nota parecida. Talvez ela esteja no servidor.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to remove its tags.</source>
        <translation>O caso {0} está em espera. Entre para remover as etiquetas dele.</translation>
    </message>
    <message>
        <source>Case {0} is waiting. Sign in to check whether its changes are on the server.</source>
        <translation>O caso {0} está em espera. Entre para verificar se suas alterações estão no servidor.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be sent when this works again.</source>
        <translation>{0} O caso {1} será enviado quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>{0} The tags of case {1} will be removed when this works again.</source>
        <translation>{0} As etiquetas do caso {1} serão removidas quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>{0} Case {1} will be checked when this works again.</source>
        <translation>{0} O caso {1} será verificado quando voltar a funcionar.</translation>
    </message>
    <message>
        <source>If you can&apos;t close it, restart the computer it runs on.</source>
        <translation>Se não puder fechá-lo, reinicie o computador em que está aberto.</translation>
    </message>
    <message>
        <source>{0} asks for another token for case {1}. Sign in to send the rest.</source>
        <translation>{0} pede outro token para o caso {1}. Entre para enviar o que falta.</translation>
    </message>
    <message>
        <source>It had just accepted this token.</source>
        <translation>Tinha acabado de aceitar este token.</translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server doesn&apos;t show it all.</source>
        <translation>Enviado: aceito às {0}. O servidor não mostra tudo.</translation>
    </message>
    <message>
        <source>Case {0} stored at {1}</source>
        <translation>Caso {0} registrado às {1}</translation>
    </message>
    <message>
        <source>{0}: the server accepted it, but doesn&apos;t show it</source>
        <translation>{0}: o servidor aceitou, mas não mostra</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Outra pessoa</translation>
    </message>
    <message>
        <source>{0} changed the case since.</source>
        <translation>{0} alterou o caso desde então.</translation>
    </message>
    <message>
        <source>✓ {0} “{1}” is on the server</source>
        <translation>✓ {0} “{1}”: está no servidor</translation>
    </message>
    <message>
        <source>✗ {0} “{1}” isn&apos;t on the server</source>
        <translation>✗ {0} “{1}”: não está no servidor</translation>
    </message>
    <message>
        <source>✗ {0} “{1}” was on the server, but is “{2}” now</source>
        <translation>✗ {0} “{1}”: estava no servidor, mas agora é “{2}”</translation>
    </message>
    <message>
        <source>{0} “{1}”: a new note may be yours: “{2}”</source>
        <translation>{0} “{1}”: uma nova nota pode ser sua: “{2}”</translation>
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
        <source>NOT saved</source>
        <translation>NÃO salvo</translation>
    </message>
    <message>
        <source>Sign in to go on</source>
        <translation>Entre para continuar</translation>
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
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Requer sua decisão</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflito</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>Removing tags…</source>
        <translation>Removendo etiquetas…</translation>
    </message>
    <message>
        <source>Rejected, back in the draft</source>
        <translation>Rejeitado, de volta ao rascunho</translation>
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
        <source>ok</source>
        <translation>certo</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>falha</translation>
    </message>
    <message>
        <source>Qt platform</source>
        <translation>Plataforma do Qt</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>sets {0}</source>
        <translation>define {0}</translation>
    </message>
    <message>
        <source>locks {0}</source>
        <translation>bloqueia {0}</translation>
    </message>
    <message>
        <source>describes {0}</source>
        <translation>descreve {0}</translation>
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
        <source>Checking folder, keyring and server</source>
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
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Caixa de saída</translation>
    </message>
</context>
<context>
    <name>DoubtGroup</name>
    <message>
        <source>Not confirmed</source>
        <translation>Não confirmado</translation>
    </message>
    <message>
        <source>Checked {0} times since {1}; last at {2}.</source>
        <translation>Consultado {0} vezes desde {1}; a última às {2}.</translation>
    </message>
    <message>
        <source>Checked {0} times since {1}.</source>
        <translation>Consultado {0} vezes desde {1}.</translation>
    </message>
</context>
<context>
    <name>DraftStatus</name>
    <message>
        <source>⚠ NOT saved: {0}</source>
        <translation>⚠ NÃO salvo: {0}</translation>
    </message>
    <message>
        <source>saved as a draft at {0}</source>
        <translation>rascunho salvo às {0}</translation>
    </message>
</context>
<context>
    <name>EditActions</name>
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
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing open</source>
        <translation>Nada aberto</translation>
    </message>
    <message>
        <source>open a case by ID or link</source>
        <translation>abrir um caso por ID ou link</translation>
    </message>
    <message>
        <source>open the first case of the queue</source>
        <translation>abrir o primeiro caso da fila</translation>
    </message>
    <message>
        <source>do anything by name</source>
        <translation>buscar qualquer ação pelo nome</translation>
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
        <translation>Nada encontrado</translation>
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
        <source>waiting {0}</source>
        <translation>esperando há {0}</translation>
    </message>
    <message>
        <source>updated {0} ago, {1}</source>
        <translation>atualizado há {0}, em {1}</translation>
    </message>
    <message>
        <source>updated {0} ago</source>
        <translation>atualizado há {0}</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation>Não é possível acessar {0}.</translation>
    </message>
    <message>
        <source>This computer doesn&apos;t trust the certificate of {0}. Nothing was sent. Ask your administrator to correct the server or this computer.</source>
        <translation>Este computador não confia no certificado de {0}. Nada foi enviado. Peça ao administrador que corrija o servidor ou este computador.</translation>
    </message>
    <message>
        <source>{0} would use plain http, which others can read. Use its https address.</source>
        <translation>{0} usaria http sem criptografia, que outros podem ler. Use o endereço https.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be reached: wrong proxy or certificate settings. Ask your administrator to correct them.</source>
        <translation>Não é possível acessar {0}: configuração de proxy ou de certificados incorreta. Peça ao administrador que a corrija.</translation>
    </message>
    <message>
        <source>{0} didn&apos;t answer in time.</source>
        <translation>{0} não respondeu a tempo.</translation>
    </message>
    <message>
        <source>The connection to {0} dropped before it answered.</source>
        <translation>A conexão com {0} caiu antes da resposta.</translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation>Você parou de esperar a resposta.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in to {0}.</source>
        <translation>Você não entrou em {0}.</translation>
    </message>
    <message>
        <source>{0} doesn&apos;t accept the access token</source>
        <translation>{0} não aceita o token de acesso</translation>
    </message>
    <message>
        <source>{0} rejected the request</source>
        <translation>{0} rejeitou a solicitação</translation>
    </message>
    <message>
        <source>{0} didn&apos;t confirm the request (error {1})</source>
        <translation>{0} não confirmou a solicitação (erro {1})</translation>
    </message>
    <message>
        <source>{0} didn&apos;t confirm the request</source>
        <translation>{0} não confirmou a solicitação</translation>
    </message>
    <message>
        <source>{0} has no such case</source>
        <translation>{0} não tem esse caso</translation>
    </message>
    <message>
        <source>{0} is busy.</source>
        <translation>{0} está ocupado.</translation>
    </message>
    <message>
        <source>Too large for {0}.</source>
        <translation>Grande demais para {0}.</translation>
    </message>
    <message>
        <source>{0} has a problem (error {1})</source>
        <translation>{0} está com um problema (erro {1})</translation>
    </message>
    <message>
        <source>{0} redirects to another address ({1}). This isn&apos;t followed, to protect your token.</source>
        <translation>{0} redireciona para outro endereço ({1}). Isso não é seguido, para proteger seu token.</translation>
    </message>
    <message>
        <source>The answer from {0} isn&apos;t from a Social Gateway.</source>
        <translation>A resposta de {0} não é de um Social Gateway.</translation>
    </message>
    <message>
        <source>The answer from {0} exceeds 16 MB. It wasn&apos;t read.</source>
        <translation>A resposta de {0} passa de 16 MB. Ela não foi lida.</translation>
    </message>
    <message>
        <source>{0} sent a compressed answer, which isn&apos;t supported.</source>
        <translation>{0} enviou uma resposta compactada, que não é aceita.</translation>
    </message>
    <message>
        <source>{0} answered with another case.</source>
        <translation>{0} respondeu com outro caso.</translation>
    </message>
    <message>
        <source>The batch was paused before this was sent.</source>
        <translation>O lote foi pausado antes que isto fosse enviado.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow changing many cases at once.</source>
        <translation>Seu administrador não permite alterar muitos casos de uma vez.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow batches of so many cases. Make smaller ones.</source>
        <translation>Seu administrador não permite lotes com tantos casos. Faça lotes menores.</translation>
    </message>
    <message>
        <source>Your administrator doesn&apos;t allow notes in batches. Make the plan again.</source>
        <translation>Seu administrador não permite notas em lotes. Faça o plano de novo.</translation>
    </message>
    <message>
        <source>This batch is for cases of {0}. Show that server in the list.</source>
        <translation>Este lote é para casos de {0}. Mostre esse servidor na lista.</translation>
    </message>
    <message>
        <source>The case wasn&apos;t opened.</source>
        <translation>O caso não foi aberto.</translation>
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
        <source>The data folder is open in another Case Editor.</source>
        <translation>A pasta de dados está aberta em outro Case Editor.</translation>
    </message>
    <message>
        <source>The case no longer matches the search of the batch. Nothing was sent.</source>
        <translation>O caso já não corresponde à busca do lote. Nada foi enviado.</translation>
    </message>
    <message>
        <source>These names are reserved: {0}.</source>
        <translation>Estes nomes são reservados: {0}.</translation>
    </message>
    <message>
        <source>Something went wrong; see the log for details.</source>
        <translation>Algo deu errado; veja os detalhes no registro.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in.</source>
        <translation>Você não entrou.</translation>
    </message>
    <message>
        <source>The conversation can&apos;t be shown; the case isn&apos;t affected.</source>
        <translation>A conversa não pode ser mostrada; o caso não é afetado.</translation>
    </message>
    <message>
        <source>Change the filters and search again, or refresh the list.</source>
        <translation>Altere os filtros e busque de novo, ou atualize a lista.</translation>
    </message>
    <message>
        <source>Contacts can&apos;t be offered.</source>
        <translation>Não é possível oferecer contatos.</translation>
    </message>
    <message>
        <source>This may be out of date; your changes are still here.</source>
        <translation>Isto pode estar desatualizado; suas alterações continuam aqui.</translation>
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
        <source>We couldn&apos;t confirm that your changes are on the server. They are still here: reload the case before you submit again.</source>
        <translation>Não foi possível confirmar que suas alterações estão no servidor. Elas continuam aqui: recarregue o caso antes de enviar de novo.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>the disk is full.</source>
        <translation>o disco está cheio.</translation>
    </message>
    <message>
        <source>the data folder can&apos;t be written to.</source>
        <translation>não é possível gravar na pasta de dados.</translation>
    </message>
    <message>
        <source>another program is using the data file.</source>
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
        <source>ID</source>
        <translation>ID</translation>
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
        <source>client ID</source>
        <translation>ID do cliente</translation>
    </message>
    <message>
        <source>CRM ID</source>
        <translation>ID do CRM</translation>
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
        <source>external ID</source>
        <translation>ID externo</translation>
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
        <source>Too long: at most {0} characters fit here.</source>
        <translation>Longo demais: aqui cabem no máximo {0} caracteres.</translation>
    </message>
</context>
<context>
    <name>FieldConflict</name>
    <message>
        <source>Mine</source>
        <translation>Meu</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Manter o meu</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Do colega</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Usar o do colega</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>sem decisão</translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>Antes:</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vazio)</translation>
    </message>
    <message>
        <source>(didn&apos;t exist)</source>
        <translation>(não existia)</translation>
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
        <translation>Abrir ou buscar</translation>
    </message>
    <message>
        <source>Search the server: {0}</source>
        <translation>Buscar no servidor: {0}</translation>
    </message>
    <message>
        <source>Looking for contacts…</source>
        <translation>Buscando contatos…</translation>
    </message>
    <message>
        <source>Open case {0}</source>
        <translation>Abrir o caso {0}</translation>
    </message>
    <message>
        <source>Open {0} cases</source>
        <translation>Abrir {0} casos</translation>
    </message>
    <message>
        <source>Contact “{0}” → cases</source>
        <translation>Contato “{0}” → casos</translation>
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
        <translation>“{0}” é obrigatório. Digite um valor.</translation>
    </message>
    <message>
        <source>“{0}” takes a whole number, like 42.</source>
        <translation>“{0}” recebe um número inteiro, como 42.</translation>
    </message>
    <message>
        <source>“{0}” takes a number, like 12.5.</source>
        <translation>“{0}” recebe um número, como 12,5.</translation>
    </message>
    <message>
        <source>“{0}” takes a date, like 2026-11-30 or 30/11/2026.</source>
        <translation>“{0}” recebe uma data, como 2026-11-30 ou 30/11/2026.</translation>
    </message>
    <message>
        <source>“{0}” takes yes or no.</source>
        <translation>“{0}” recebe sim ou não.</translation>
    </message>
    <message>
        <source>“{0}” takes one of these values: {1}</source>
        <translation>“{0}” recebe um destes valores: {1}</translation>
    </message>
    <message>
        <source>Write “{0}” like this: {1}</source>
        <translation>Escreva “{0}” assim: {1}</translation>
    </message>
    <message>
        <source>“{0}” doesn&apos;t fit its pattern. Ask your administrator for the form.</source>
        <translation>“{0}” não segue o padrão. Peça o formato correto ao seu administrador.</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Obrigatório.</translation>
    </message>
    <message>
        <source>Attribute: {0}</source>
        <translation>Atributo: {0}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>e mais {0}</translation>
    </message>
    <message>
        <source>The policy file {0} has invalid fields. Tell your administrator.</source>
        <translation>O arquivo de política {0} tem campos inválidos. Avise seu administrador.</translation>
    </message>
    <message>
        <source>Field {0}, “{1}”: {2}</source>
        <translation>Campo {0}, “{1}”: {2}</translation>
    </message>
    <message>
        <source>Field {0}: {1}</source>
        <translation>Campo {0}: {1}</translation>
    </message>
    <message>
        <source>“fields” can&apos;t be read.</source>
        <translation>Não foi possível ler “fields”.</translation>
    </message>
    <message>
        <source>“fields” isn&apos;t a list.</source>
        <translation>“fields” não é uma lista.</translation>
    </message>
    <message>
        <source>“fields” has more than {0} fields; the others aren&apos;t used.</source>
        <translation>“fields” tem mais de {0} campos; os outros não são usados.</translation>
    </message>
    <message>
        <source>isn&apos;t an object with a name.</source>
        <translation>não é um objeto com nome.</translation>
    </message>
    <message>
        <source>the name is missing, or begins or ends with a space.</source>
        <translation>falta o nome, ou ele começa ou termina com um espaço.</translation>
    </message>
    <message>
        <source>the name is reserved.</source>
        <translation>o nome é reservado.</translation>
    </message>
    <message>
        <source>the name was used before.</source>
        <translation>o nome já foi usado antes.</translation>
    </message>
    <message>
        <source>the key “{0}” is unknown.</source>
        <translation>a chave “{0}” é desconhecida.</translation>
    </message>
    <message>
        <source>the value of “{0}” has a wrong type or length.</source>
        <translation>o valor de “{0}” tem tipo ou tamanho incorreto.</translation>
    </message>
    <message>
        <source>the kind “{0}” is unknown.</source>
        <translation>o tipo “{0}” é desconhecido.</translation>
    </message>
    <message>
        <source>a choice needs “values”.</source>
        <translation>o tipo “choice” precisa de “values”.</translation>
    </message>
    <message>
        <source>yes/no takes two “values”, first the one for yes.</source>
        <translation>o tipo “yes/no” recebe dois “values”, primeiro o de sim.</translation>
    </message>
    <message>
        <source>the allowed value “{0}” doesn&apos;t fit the kind.</source>
        <translation>o valor permitido “{0}” não corresponde ao tipo.</translation>
    </message>
    <message>
        <source>the key “pattern” is missing.</source>
        <translation>falta a chave “pattern”.</translation>
    </message>
    <message>
        <source>a “pattern” needs the kind “pattern”.</source>
        <translation>“pattern” precisa do tipo “pattern”.</translation>
    </message>
    <message>
        <source>the pattern “{0}” is invalid, too large, or uses look-around.</source>
        <translation>o padrão “{0}” é inválido, grande demais ou usa condições de contexto (look-around).</translation>
    </message>
    <message>
        <source>patterns can&apos;t be checked on this computer.</source>
        <translation>os padrões não podem ser verificados neste computador.</translation>
    </message>
    <message>
        <source>a hidden field can&apos;t be required.</source>
        <translation>um campo oculto não pode ser obrigatório.</translation>
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
        <source>{0} already exists. Replace it?</source>
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
        <source>Has tag</source>
        <translation>Tem etiqueta</translation>
    </message>
    <message>
        <source>Doesn&apos;t have tag</source>
        <translation>Não tem etiqueta</translation>
    </message>
    <message>
        <source>Contact ID</source>
        <translation>ID do contato</translation>
    </message>
    <message>
        <source>Campaign ID</source>
        <translation>ID da campanha</translation>
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
        <source>Only the first {0} of {1} combinations of states and channels are searched.</source>
        <translation>Só as primeiras {0} de {1} combinações de estado e canal são pesquisadas.</translation>
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
    <name>FilterChips</name>
    <message>
        <source>+ Filter</source>
        <translation>+ Filtro</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Adicionar filtro</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Salvar alterações</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Remove filter {0}</source>
        <translation>Remover filtro {0}</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Remover todos os filtros</translation>
    </message>
    <message>
        <source>Save queue {0}</source>
        <translation>Salvar a fila {0}</translation>
    </message>
    <message>
        <source>Reset queue {0}</source>
        <translation>Restaurar a fila {0}</translation>
    </message>
    <message>
        <source>More filters…</source>
        <translation>Mais filtros…</translation>
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
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Next match</source>
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
    <name>Flaw</name>
    <message>
        <source>Nothing would change. Enter a change first.</source>
        <translation>Nada mudaria. Digite antes uma alteração.</translation>
    </message>
    <message>
        <source>An attribute has no name. Enter one.</source>
        <translation>Um atributo não tem nome. Digite um.</translation>
    </message>
    <message>
        <source>“{0}” is reserved. Choose another name.</source>
        <translation>“{0}” é reservado. Escolha outro nome.</translation>
    </message>
    <message>
        <source>“{0}” is set twice. Remove one of the rules.</source>
        <translation>“{0}” é definido duas vezes. Remova uma das regras.</translation>
    </message>
    <message>
        <source>“{0}” has no value. Enter one, or choose Set to empty.</source>
        <translation>“{0}” não tem valor. Digite um, ou escolha Esvaziar.</translation>
    </message>
    <message>
        <source>The subject has no text. Enter one, or choose Set to empty.</source>
        <translation>O assunto não tem texto. Digite um, ou escolha Esvaziar.</translation>
    </message>
    <message>
        <source>Tag “{0}” is both added and removed. Decide for one.</source>
        <translation>A etiqueta “{0}” é adicionada e removida. Decida por uma das duas.</translation>
    </message>
    <message>
        <source>“{0}” is also a field of the case itself. Check the name.</source>
        <translation>“{0}” também é um campo do próprio caso. Confira o nome.</translation>
    </message>
    <message>
        <source>“{0}” begins or ends with a space. Check the name.</source>
        <translation>“{0}” começa ou termina com um espaço. Confira o nome.</translation>
    </message>
    <message>
        <source>“{0}” has invisible characters. Check it.</source>
        <translation>“{0}” tem caracteres invisíveis. Confira.</translation>
    </message>
    <message>
        <source>No such field: {0}. Correct it, or write {{ for a brace.</source>
        <translation>Não existe o campo: {0}. Corrija, ou escreva {{ para uma chave.</translation>
    </message>
    <message>
        <source>“{0}” is a new attribute. Did you mean “{1}”?</source>
        <translation>“{0}” é um atributo novo. Você quis dizer “{1}”?</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Nothing was sent. The notes name {0}, but this is case {1}. Is this the right case?</source>
        <translation>Nada foi enviado. As notas mencionam {0}, mas este é o caso {1}. É o caso certo?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names case {0}, but this is case {1}. Is this the right case?</source>
        <translation>Nada foi enviado. Uma nota menciona o caso {0}, mas este é o caso {1}. É o caso certo?</translation>
    </message>
    <message>
        <source>Nothing was sent. A note names {0}, the contact of case {1}, but this is case {2}. Is this the right case?</source>
        <translation>Nada foi enviado. Uma nota menciona {0}, contato do caso {1}, mas este é o caso {2}. É o caso certo?</translation>
    </message>
    <message>
        <source>Nothing was sent. Unknown fields of a template: {0}.</source>
        <translation>Nada foi enviado. Campos desconhecidos de um modelo: {0}.</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Close it, then try again. If you start anyway, nothing is sent until it closes.</source>
        <translation>Feche-o e tente de novo. Se iniciar mesmo assim, nada é enviado até que o outro feche.</translation>
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
        <source>Case Editor is already open, but isn&apos;t responding.</source>
        <translation>O Case Editor já está aberto, mas não responde.</translation>
    </message>
    <message>
        <source>Process {0} is using the data folder.</source>
        <translation>O processo {0} está usando a pasta de dados.</translation>
    </message>
    <message>
        <source>It has been using the data folder since {0}.</source>
        <translation>Usa a pasta de dados desde {0}.</translation>
    </message>
    <message>
        <source>Process {0} has been using the data folder since {1}.</source>
        <translation>O processo {0} usa a pasta de dados desde {1}.</translation>
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
        <source>Data folders…</source>
        <translation>Pastas de dados…</translation>
    </message>
    <message>
        <source>Known limitations…</source>
        <translation>Limitações conhecidas…</translation>
    </message>
    <message>
        <source>About Case Editor</source>
        <translation>Sobre o Case Editor</translation>
    </message>
    <message>
        <source>Known limitations</source>
        <translation>Limitações conhecidas</translation>
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
        <source>Case ID or any text</source>
        <translation>ID do caso ou qualquer texto</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>O que foi enviado</translation>
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
        <source>No matches. Search for a case ID or any text.</source>
        <translation>Nenhum resultado. Busque o ID de um caso ou qualquer texto.</translation>
    </message>
    <message>
        <source>Nothing submitted or discarded yet</source>
        <translation>Nada foi enviado nem descartado ainda</translation>
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
        <source>The file couldn&apos;t be written.</source>
        <translation>Não foi possível gravar o arquivo.</translation>
    </message>
    <message>
        <source>; the server held “{0}”</source>
        <translation>; o servidor tinha “{0}”</translation>
    </message>
    <message>
        <source>Lost on the disk: {0}</source>
        <translation>Perdidos no disco: {0}</translation>
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
    <name>How</name>
    <message>
        <source>Set</source>
        <translation>Definir</translation>
    </message>
    <message>
        <source>Set only where empty</source>
        <translation>Definir só onde está vazio</translation>
    </message>
    <message>
        <source>Set only where it is…</source>
        <translation>Definir só onde é…</translation>
    </message>
    <message>
        <source>Set to empty</source>
        <translation>Esvaziar</translation>
    </message>
</context>
<context>
    <name>Inserting</name>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>O caso {0} ainda está carregando.</translation>
    </message>
    <message>
        <source>“{0}” inserted. Press Ctrl+Z to undo.</source>
        <translation>“{0}” inserido. Pressione Ctrl+Z para desfazer.</translation>
    </message>
    <message>
        <source>“{0}” changes nothing.</source>
        <translation>“{0}” não muda nada.</translation>
    </message>
    <message>
        <source>Unknown fields: {0}.</source>
        <translation>Campos desconhecidos: {0}.</translation>
    </message>
    <message>
        <source>Empty in this case: {0}.</source>
        <translation>Vazio neste caso: {0}.</translation>
    </message>
    <message>
        <source>Attributes that can&apos;t be set here: {0}.</source>
        <translation>Atributos que não podem ser alterados aqui: {0}.</translation>
    </message>
    <message>
        <source>“{0}” inserted, but not submitted. {1}</source>
        <translation>“{0}” inserido, mas não enviado. {1}</translation>
    </message>
    <message>
        <source>“{0}” inserted. {1}</source>
        <translation>“{0}” inserido. {1}</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>The data folder is free. Sending continues.</source>
        <translation>A pasta de dados está livre. O envio continua.</translation>
    </message>
    <message>
        <source>The data folder is open in another Case Editor. Close that one to send.</source>
        <translation>A pasta de dados está aberta em outro Case Editor. Feche-o para enviar.</translation>
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
        <source>The system keyring didn&apos;t answer.</source>
        <translation>O chaveiro do sistema não respondeu.</translation>
    </message>
    <message>
        <source>The system keyring rejected the request.</source>
        <translation>O chaveiro do sistema rejeitou a solicitação.</translation>
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
        <source>Messages and notes</source>
        <translation>Mensagens e notas</translation>
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
        <source>Subject, notes, templates</source>
        <translation>Assunto, notas, modelos</translation>
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
        <source>Cancel editing the value</source>
        <translation>Cancelar a edição do valor</translation>
    </message>
    <message>
        <source>Next editable cell; out after the last one</source>
        <translation>Próxima célula editável; depois da última, sair</translation>
    </message>
    <message>
        <source>Previous editable cell</source>
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
        <source>Suggestions</source>
        <translation>Sugestões</translation>
    </message>
    <message>
        <source>Pin to the top, or unpin</source>
        <translation>Fixar no topo ou desafixar</translation>
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
        <source>Move in the text</source>
        <translation>Mover-se pelo texto</translation>
    </message>
    <message>
        <source>Select text by character and line</source>
        <translation>Selecionar texto por caractere e por linha</translation>
    </message>
    <message>
        <source>Select text by word</source>
        <translation>Selecionar texto por palavra</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>Selecionar até o fim da linha</translation>
    </message>
    <message>
        <source>Select to the end of the text</source>
        <translation>Selecionar até o fim do texto</translation>
    </message>
    <message>
        <source>Select the whole text</source>
        <translation>Selecionar o texto inteiro</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole text</source>
        <translation>Copiar a seleção ou o texto inteiro</translation>
    </message>
    <message>
        <source>Open the link, address or number at the cursor</source>
        <translation>Abrir o link, o endereço ou o número no cursor</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Desfazer a seleção</translation>
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
        <source>Insert a template by name</source>
        <translation>Inserir um modelo pelo nome</translation>
    </message>
    <message>
        <source>Next misspelled word</source>
        <translation>Próxima palavra com erro de ortografia</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próximo resultado</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Limpar a busca</translation>
    </message>
    <message>
        <source>Open the selection</source>
        <translation>Abrir a seleção</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Insert the template of that number</source>
        <translation>Inserir o modelo desse número</translation>
    </message>
    <message>
        <source>Dialogs</source>
        <translation>Caixas de diálogo</translation>
    </message>
    <message>
        <source>Cancel and close</source>
        <translation>Cancelar e fechar</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>Action</source>
        <translation>Ação</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atalho</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
</context>
<context>
    <name>LearnedOffers</name>
    <message>
        <source>on this case</source>
        <translation>neste caso</translation>
    </message>
    <message>
        <source>in 1 case</source>
        <translation>em 1 caso</translation>
    </message>
    <message>
        <source>in {0} cases</source>
        <translation>em {0} casos</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Your changes in case {0} are NOT saved. Closing loses them.</source>
        <translation>Suas alterações no caso {0} NÃO foram salvas. Ao fechar, elas se perdem.</translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation>NÃO salvo</translation>
    </message>
    <message>
        <source>Close and lose changes</source>
        <translation>Fechar e perder alterações</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuar editando</translation>
    </message>
    <message>
        <source>Copy changes and close</source>
        <translation>Copiar alterações e fechar</translation>
    </message>
    <message>
        <source>What you typed last in batch {0} is NOT saved. Closing loses it.</source>
        <translation>O que você digitou por último no lote {0} NÃO está salvo. Ao fechar, isso se perde.</translation>
    </message>
    <message>
        <source>This data is from a newer version of Case Editor. It stays unchanged, and this version closes. Install the newer version, or start this one with another folder (--data-dir).</source>
        <translation>Estes dados são de uma versão mais nova do Case Editor. Eles não são alterados, e esta versão se fecha. Instale a versão mais nova, ou inicie esta com outra pasta (--data-dir).</translation>
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
        <source>The interface of Social Gateway has no versions or request IDs. Where a result is uncertain, you are asked and shown the facts.</source>
        <translation>A API do Social Gateway não tem versões nem identificadores de solicitações. Se um resultado é incerto, você vê os fatos e decide.</translation>
    </message>
    <message>
        <source>• Your note can&apos;t be told from a colleague&apos;s identical note under your user name, or on a server that doesn&apos;t say who you are.</source>
        <translation>• Não há como distinguir sua nota de uma nota idêntica que um colega tenha escrito com o seu usuário, nem em um servidor que não diz quem você é.</translation>
    </message>
    <message>
        <source>• On a server that shows no notes, a note counts as accepted, never as stored: it can&apos;t be checked.</source>
        <translation>• Em um servidor que não mostra notas, uma nota é dada como aceita, nunca como registrada: não dá para verificar.</translation>
    </message>
    <message>
        <source>• If a server saves only part of a request, only the part that it shows is known.</source>
        <translation>• Se um servidor registra só uma parte de uma solicitação, só se conhece a parte que ele mostra.</translation>
    </message>
    <message>
        <source>• A colleague&apos;s change of the same field between our last read and our write is overwritten unseen. Every other change is merged with yours, or you are asked.</source>
        <translation>• Se um colega altera o mesmo campo logo antes do seu envio, a alteração dele é sobrescrita sem aviso. Qualquer outra alteração é combinada com as suas, ou você decide.</translation>
    </message>
    <message>
        <source>• A request that reaches the server more than 15 minutes late isn&apos;t waited for. You are told when the case is next read.</source>
        <translation>• Uma solicitação que chega ao servidor com mais de 15 minutos de atraso não é esperada. Você é avisado na próxima vez que o caso for lido.</translation>
    </message>
    <message>
        <source>• An attribute can be emptied, not deleted.</source>
        <translation>• Um atributo pode ser esvaziado, mas não excluído.</translation>
    </message>
    <message>
        <source>With a stamp (Preferences, Submitting), each submission carries an ID of its own. Where the server shows attributes, a lost answer then leaves no doubt.</source>
        <translation>Com um carimbo (Preferências, Envio), cada envio leva um identificador único. Se o servidor mostra os atributos, assim dá para verificar se chegou mesmo que a resposta se perca.</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this link in your browser?</source>
        <translation>Abrir este link no navegador?</translation>
    </message>
    <message>
        <source>Write an e-mail? {0}</source>
        <translation>Escrever um e-mail? {0}</translation>
    </message>
    <message>
        <source>Call this number? {0}</source>
        <translation>Ligar para este número? {0}</translation>
    </message>
    <message>
        <source>Couldn’t open {0}</source>
        <translation>Não foi possível abrir {0}</translation>
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
    <message>
        <source>No cases in this list.</source>
        <translation>Não há casos nesta lista.</translation>
    </message>
    <message>
        <source>This is the first case in this list.</source>
        <translation>Este é o primeiro caso desta lista.</translation>
    </message>
    <message>
        <source>No more cases in this list.</source>
        <translation>Não há mais casos nesta lista.</translation>
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
        <source>&amp;Attributes beside the notes</source>
        <translation>&amp;Atributos ao lado das notas</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Vale a partir do próximo início.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>“System” follows the system setting.</source>
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
    <message>
        <source>For many attributes. Otherwise they are below the contact.</source>
        <translation>Para muitos atributos. Caso contrário, ficam abaixo do contato.</translation>
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
        <translation>Abre quando você fechar a caixa de diálogo ou o menu aberto: {0}</translation>
    </message>
    <message>
        <source>Opens when you stop typing: {0}</source>
        <translation>Abre quando você parar de digitar: {0}</translation>
    </message>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>O caso {0} ainda está carregando.</translation>
    </message>
    <message>
        <source>Sign in to {0} to search its cases.</source>
        <translation>Entre em {0} para buscar os casos dele.</translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation>Abrindo o caso {0}…</translation>
    </message>
    <message>
        <source>Case {0} is already open</source>
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
        <source>&amp;Cases</source>
        <translation>&amp;Casos</translation>
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
        <source>Save as PDF…</source>
        <translation>Salvar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
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
        <source>Insert template…</source>
        <translation>Inserir modelo…</translation>
    </message>
    <message>
        <source>Insert template by number</source>
        <translation>Inserir modelo por número</translation>
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
        <source>Submit and next</source>
        <translation>Enviar e avançar</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferências…</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Paleta de comandos…</translation>
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
        <source>All messages and notes</source>
        <translation>Todas as mensagens e notas</translation>
    </message>
    <message>
        <source>Search for cases</source>
        <translation>Buscar casos</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Próximo caso</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Caso anterior</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Atualizar a lista</translation>
    </message>
    <message>
        <source>Change many cases…</source>
        <translation>Alterar muitos casos…</translation>
    </message>
    <message>
        <source>Open batch…</source>
        <translation>Abrir lote…</translation>
    </message>
    <message>
        <source>Open plan from file…</source>
        <translation>Abrir plano de um arquivo…</translation>
    </message>
</context>
<context>
    <name>MissingLine</name>
    <message>
        <source>Missing: {0}</source>
        <translation>Faltam: {0}</translation>
    </message>
    <message>
        <source>Required attributes that this case lacks. Press to add the first.</source>
        <translation>Atributos obrigatórios que este caso não tem. Pressione para adicionar o primeiro.</translation>
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
        <source>Not moved: a submission is being sent. Try again later.</source>
        <translation>Não movido: um envio está em andamento. Tente mais tarde.</translation>
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
        <source>Nothing to move: no server was used yet.</source>
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
        <source>Sends it later ({0})</source>
        <translation>Envia depois ({0})</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Sends it earlier ({0})</source>
        <translation>Envia antes ({0})</translation>
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
        <source>waits for your choice</source>
        <translation>aguarda sua decisão</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>não confirmada</translation>
    </message>
    <message>
        <source>new to you</source>
        <translation>nova para você</translation>
    </message>
    <message>
        <source>You, not submitted</source>
        <translation>Você, não enviada</translation>
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
        <source>Write an e-mail</source>
        <translation>Escrever um e-mail</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Ligar</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
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
        <source>Save again</source>
        <translation>Salvar de novo</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Salvar como PDF…</translation>
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
        <translation>atualização</translation>
    </message>
    <message>
        <source>created</source>
        <translation>criação</translation>
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
        <source>ID</source>
        <translation>ID</translation>
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
    <name>OrderButton</name>
    <message>
        <source>Order: {0}</source>
        <translation>Ordem: {0}</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Por vencimento</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mais novos primeiro</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Mais antigos primeiro</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>another token</source>
        <translation>outro token</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
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
        <source>It is being sent or already finished. Look again later.</source>
        <translation>Está sendo enviado ou já terminou. Olhe de novo mais tarde.</translation>
    </message>
    <message>
        <source>It&apos;s gone: somebody used it meanwhile.</source>
        <translation>Não está mais aqui: alguém o usou nesse meio-tempo.</translation>
    </message>
    <message>
        <source>Case {0} is in your drafts now.</source>
        <translation>O caso {0} está agora entre seus rascunhos.</translation>
    </message>
</context>
<context>
    <name>OutboxButton</name>
    <message>
        <source>All changes sent</source>
        <translation>Todas as alterações enviadas</translation>
    </message>
    <message>
        <source>Opens the outbox</source>
        <translation>Abre a caixa de saída</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation>Caixa de saída</translation>
    </message>
    <message>
        <source>All changes sent</source>
        <translation>Todas as alterações enviadas</translation>
    </message>
    <message>
        <source>Nothing is sent: the data folder is open in another Case Editor. Close that one.</source>
        <translation>Nada é enviado: a pasta de dados está aberta em outro Case Editor. Feche-o.</translation>
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
        <source>attribute</source>
        <translation>atributo</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Action, case or template</source>
        <translation>Ação, caso ou modelo</translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste attributes</source>
        <translation>Colar atributos</translation>
    </message>
    <message>
        <source>Attributes that already exist with another value: {0} of {1}</source>
        <translation>Atributos que já existem com outro valor: {0} de {1}</translation>
    </message>
    <message>
        <source>One line per value, downwards. Values to be replaced: {0} of {1}</source>
        <translation>Uma linha por valor, para baixo. Valores que serão substituídos: {0} de {1}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Keep existing</source>
        <translation>Manter os existentes</translation>
    </message>
    <message>
        <source>Paste all lines into one value</source>
        <translation>Colar todas as linhas em um só valor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Values to be replaced</source>
        <translation>Valores que serão substituídos</translation>
    </message>
</context>
<context>
    <name>Pause</name>
    <message>
        <source>You paused it. Press Go on to continue.</source>
        <translation>Você o pausou. Pressione Continuar para prosseguir.</translation>
    </message>
    <message>
        <source>A second sample is done. Check it under Results; Go on then sends all the rest.</source>
        <translation>Uma segunda amostra está pronta. Confira-a em Resultados; Continuar envia depois todo o resto.</translation>
    </message>
    <message>
        <source>The first rows are done. Check them under Results, then press Go on.</source>
        <translation>As primeiras linhas estão prontas. Confira-as em Resultados e pressione Continuar.</translation>
    </message>
    <message>
        <source>It was interrupted. Nothing is sent until you press Go on.</source>
        <translation>Foi interrompido. Nada é enviado até você pressionar Continuar.</translation>
    </message>
    <message>
        <source>You aren&apos;t signed in. Sign in, then press Go on.</source>
        <translation>Você não está conectado. Entre e pressione Continuar.</translation>
    </message>
    <message>
        <source>The server doesn&apos;t allow it. Ask your administrator</source>
        <translation>O servidor não permite. Fale com o administrador</translation>
    </message>
    <message>
        <source>Three rows in a row were rejected. Check the changes, then press Go on or Stop</source>
        <translation>Três linhas seguidas foram rejeitadas. Confira as alterações e pressione Continuar ou Parar</translation>
    </message>
    <message>
        <source>Many rows are rejected. Look at Results, then press Go on or Stop</source>
        <translation>Muitas linhas são rejeitadas. Veja Resultados e pressione Continuar ou Parar</translation>
    </message>
    <message>
        <source>A row couldn&apos;t be confirmed. Decide it under Results, or press Go on to check again.</source>
        <translation>Uma linha não pôde ser confirmada. Decida em Resultados, ou pressione Continuar para verificar de novo.</translation>
    </message>
    <message>
        <source>The server has become slow. Wait a while, then press Go on.</source>
        <translation>O servidor ficou lento. Espere um pouco e pressione Continuar.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Check the connection, then press Go on.</source>
        <translation>Não é possível acessar o servidor. Confira a conexão e pressione Continuar.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be written. Free some space, then press Go on.</source>
        <translation>Não é possível gravar no disco. Libere espaço e pressione Continuar.</translation>
    </message>
    <message>
        <source>Another user is signed in. Sign in as yourself, then press Go on.</source>
        <translation>Outro usuário está conectado. Entre com a sua conta e pressione Continuar.</translation>
    </message>
    <message>
        <source>Something went wrong. Press Go on; if it happens again, see the log.</source>
        <translation>Algo deu errado. Clique em Continuar; se acontecer de novo, consulte o registro.</translation>
    </message>
    <message>
        <source>The computer was asleep. Press Go on to continue.</source>
        <translation>O computador estava suspenso. Pressione Continuar para prosseguir.</translation>
    </message>
    <message>
        <source>Only cases with your own drafts or submissions are left. Submit them, then press Go on.</source>
        <translation>Só restam casos com rascunhos ou envios seus. Envie-os e pressione Continuar.</translation>
    </message>
    <message>
        <source>Another Case Editor holds the data folder. Close it, then press Go on.</source>
        <translation>Outro Case Editor está com a pasta de dados. Feche-o e pressione Continuar.</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Data folders</source>
        <translation>Pastas de dados</translation>
    </message>
    <message>
        <source>Settings, drafts, outbox, history, templates</source>
        <translation>Configurações, rascunhos, caixa de saída, histórico, modelos</translation>
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
        <translation>Depois</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>(various)</source>
        <translation>(vários)</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>{0}, {1} taken out</source>
        <translation>{0}; retirados: {1}</translation>
    </message>
</context>
<context>
    <name>PlanPart</name>
    <message>
        <source>Make plan</source>
        <translation>Fazer plano</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export plan…</source>
        <translation>Exportar plano…</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planejando</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take out cases</source>
        <translation>Retirar casos</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Mostrar requisição</translation>
    </message>
    <message>
        <source>Choose cases and enter changes, then make the plan. It writes nothing.</source>
        <translation>Escolha casos, digite alterações e faça o plano. Ele não grava nada no servidor.</translation>
    </message>
    <message>
        <source>The plan shows what would change in each case. It writes nothing.</source>
        <translation>O plano mostra o que mudaria em cada caso. Ele não grava nada no servidor.</translation>
    </message>
    <message>
        <source>being made: {0}</source>
        <translation>em preparação: {0}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ainda nenhum</translation>
    </message>
    <message>
        <source>taken out {0}</source>
        <translation>retirados {0}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Repor</translation>
    </message>
    <message>
        <source>Put cases back</source>
        <translation>Repor casos</translation>
    </message>
    <message>
        <source>Request of case {0}</source>
        <translation>Requisição do caso {0}</translation>
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
    <message>
        <source>Spelling</source>
        <translation>Ortografia</translation>
    </message>
</context>
<context>
    <name>PrintCase</name>
    <message>
        <source>No printer is set up.</source>
        <translation>Nenhuma impressora está configurada.</translation>
    </message>
    <message>
        <source>Print case</source>
        <translation>Imprimir caso</translation>
    </message>
    <message>
        <source>Case {0} is with the printer.</source>
        <translation>O caso {0} está na impressora.</translation>
    </message>
    <message>
        <source>Case {0} couldn&apos;t be printed.</source>
        <translation>Não foi possível imprimir o caso {0}.</translation>
    </message>
    <message>
        <source>The printer didn&apos;t accept the pages. Check that it is on and connected.</source>
        <translation>A impressora não aceitou as páginas. Verifique se ela está ligada e conectada.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>An attribute has a value but no name. Name it, or clear the value.</source>
        <translation>Um atributo tem valor mas não nome. Dê um nome a ele ou apague o valor.</translation>
    </message>
    <message>
        <source>“{0}” is reserved. Choose another name.</source>
        <translation>“{0}” é reservado. Escolha outro nome.</translation>
    </message>
    <message>
        <source>“{0}” already exists. Change that one instead.</source>
        <translation>“{0}” já existe. Altere esse.</translation>
    </message>
    <message>
        <source>“{0}” already exists; only capitals or accents differ.</source>
        <translation>“{0}” já existe; só diferem maiúsculas ou acentos.</translation>
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
        <source>The name “{0}” has invisible characters, which are sent too.</source>
        <translation>O nome “{0}” tem caracteres invisíveis, que também são enviados.</translation>
    </message>
</context>
<context>
    <name>PutInDialog</name>
    <message>
        <source>Insert template</source>
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
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Inserir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>No templates yet. Write one under Templates…</source>
        <translation>Ainda não há modelos. Escreva um em Modelos…</translation>
    </message>
    <message>
        <source>Insert and submit</source>
        <translation>Inserir e enviar</translation>
    </message>
    <message>
        <source>New note:</source>
        <translation>Nova nota:</translation>
    </message>
    <message>
        <source>Subject: {0}</source>
        <translation>Assunto: {0}</translation>
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
    <message>
        <source>Then submits all changes of this case, and goes to the next one.</source>
        <translation>Depois envia todas as alterações deste caso e passa ao próximo.</translation>
    </message>
    <message>
        <source>Not submitted until this is fixed.</source>
        <translation>Não será enviado até que isto seja corrigido.</translation>
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
    <name>Queue</name>
    <message>
        <source>(no subject)</source>
        <translation>(sem assunto)</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>rascunho</translation>
    </message>
    <message>
        <source>changed since you saw it</source>
        <translation>mudou desde que você o viu</translation>
    </message>
    <message>
        <source>Sign in to see the queue.</source>
        <translation>Entre para ver a fila.</translation>
    </message>
    <message>
        <source>Loading the queue…</source>
        <translation>Carregando a fila…</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>A fila está vazia.</translation>
    </message>
    <message>
        <source>No loaded case contains “{0}”.</source>
        <translation>Nenhum caso carregado contém “{0}”.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Nada está vencido.</translation>
    </message>
    <message>
        <source>Nothing else is due today.</source>
        <translation>Nada mais vence hoje.</translation>
    </message>
    <message>
        <source>Nothing is due later.</source>
        <translation>Nada vence depois.</translation>
    </message>
    <message>
        <source>The queue is still loading.</source>
        <translation>A fila ainda está carregando.</translation>
    </message>
    <message>
        <source>No more cases with this filter.</source>
        <translation>Não há mais casos com este filtro.</translation>
    </message>
    <message>
        <source>No more loaded cases: {0}.</source>
        <translation>Não há mais casos carregados: {0}.</translation>
    </message>
    <message>
        <source>Loading… {0}</source>
        <translation>Carregando… {0}</translation>
    </message>
    <message>
        <source>⚠ Not loaded completely. {0}</source>
        <translation>⚠ Não foi carregada por completo. {0}</translation>
    </message>
    <message>
        <source>⚠ Not refreshed since {0}. {1}</source>
        <translation>⚠ Sem atualização desde as {0}. {1}</translation>
    </message>
    <message>
        <source>The server rejects this order and uses its own.</source>
        <translation>O servidor recusa esta ordem e usa a dele.</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Nada está por vencer.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>{0} over</source>
        <translation>atraso {0}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>faltam {0}</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>vencido há {0}</translation>
    </message>
    <message>
        <source>due in {0}</source>
        <translation>vence em {0}</translation>
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
        <translation>{0} hoje</translation>
    </message>
    <message>
        <source>{0} later</source>
        <translation>{0} depois</translation>
    </message>
</context>
<context>
    <name>QueueChooser</name>
    <message>
        <source>All cases</source>
        <translation>Todos os casos</translation>
    </message>
    <message>
        <source>{0} (changed)</source>
        <translation>{0} (alterada)</translation>
    </message>
    <message>
        <source>Queue: {0}</source>
        <translation>Fila: {0}</translation>
    </message>
    <message>
        <source>Delete queue {0}</source>
        <translation>Excluir a fila {0}</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
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
        <translation>Copiar link</translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation>Atualizar a lista</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
</context>
<context>
    <name>ReadingTabs</name>
    <message>
        <source>All</source>
        <translation>Tudo</translation>
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
        <translation>Depois</translation>
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
        <translation>Resultado exibido</translation>
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
        <translation>Desfazer lote</translation>
    </message>
    <message>
        <source>New batch of</source>
        <translation>Novo lote de</translation>
    </message>
    <message>
        <source>Results appear here once the batch runs.</source>
        <translation>Os resultados aparecem aqui quando o lote é executado.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ainda nenhum</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Todos os resultados</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeitados</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Sem confirmação</translation>
    </message>
    <message>
        <source>Not sent, skipped or moved</source>
        <translation>Não enviados, ignorados ou alterados por outros</translation>
    </message>
    <message>
        <source>Rejected of {0}</source>
        <translation>Rejeitados de {0}</translation>
    </message>
    <message>
        <source>Unsure of {0}</source>
        <translation>Sem confirmação de {0}</translation>
    </message>
    <message>
        <source>Rest of {0}</source>
        <translation>Restante de {0}</translation>
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
        <source>Changes in case {0}</source>
        <translation>Alterações no caso {0}</translation>
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
        <source>Nothing is sent until this is fixed. Press Submit to go to it.</source>
        <translation>Nada é enviado até que isto seja corrigido. Pressione Enviar para ir até lá.</translation>
    </message>
</context>
<context>
    <name>RowPlan</name>
    <message>
        <source>not planned yet</source>
        <translation>ainda sem plano</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>mudará</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>já estava assim</translation>
    </message>
    <message>
        <source>waits for your draft</source>
        <translation>espera o seu rascunho</translation>
    </message>
    <message>
        <source>no longer matches</source>
        <translation>não corresponde mais</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>não permitido</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>inválido</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Only where it is</source>
        <translation>Só onde é</translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation>Novo atributo</translation>
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
        <translation>Parar após as primeiras linhas</translation>
    </message>
    <message>
        <source>After 3 rows, then after 1 percent, for you to look at the results</source>
        <translation>Após 3 linhas e depois após 1 por cento, para você ver os resultados</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sem limite</translation>
    </message>
    <message>
        <source> a minute</source>
        <translation> por minuto</translation>
    </message>
    <message>
        <source>At most this many cases a minute</source>
        <translation>No máximo tantos casos por minuto</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
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
        <translation>Parar</translation>
    </message>
    <message>
        <source>The rest is not sent; a new batch can be made of it</source>
        <translation>O resto não é enviado; pode-se fazer um novo lote com ele</translation>
    </message>
    <message>
        <source>Stopping: it waits for the answers in flight. No further case is sent.</source>
        <translation>Parando: aguarda as respostas pendentes. Nenhum outro caso é enviado.</translation>
    </message>
    <message>
        <source>Make the plan first: only what it shows is sent.</source>
        <translation>Faça antes o plano: só é enviado o que ele mostra.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nada mudaria.</translation>
    </message>
    <message>
        <source>Pausing: it waits for the answers in flight. No further case is sent.</source>
        <translation>Pausando: aguarda as respostas pendentes. Nenhum outro caso é enviado.</translation>
    </message>
    <message>
        <source>Running. Pause takes effect after the answers in flight.</source>
        <translation>Em execução. A pausa vale após as respostas pendentes.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Concluído.</translation>
    </message>
    <message>
        <source>The limit is reached: the next case is sent at about {0}.</source>
        <translation>O limite foi atingido: o próximo caso é enviado por volta das {0}.</translation>
    </message>
    <message>
        <source>Only what the plan shows is sent; fields changed since by others are left alone.</source>
        <translation>Só é enviado o que o plano mostra; campos que outros alteraram desde então não são tocados.</translation>
    </message>
    <message>
        <source>Run batch</source>
        <translation>Executar lote</translation>
    </message>
    <message>
        <source>It stops after the first 3 for you to look.</source>
        <translation>Para após os 3 primeiros para você conferir.</translation>
    </message>
    <message>
        <source>It runs without a stop.</source>
        <translation>É executado sem parar.</translation>
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
        <translation>Salvar caso como PDF</translation>
    </message>
    <message>
        <source>Case {0} is saved in {1}.</source>
        <translation>O caso {0} foi salvo em {1}.</translation>
    </message>
    <message>
        <source>Case {0} couldn&apos;t be saved in {1}.</source>
        <translation>Não foi possível salvar o caso {0} em {1}.</translation>
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
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Back to former filters</source>
        <translation>Voltar aos filtros anteriores</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Limpar filtros</translation>
    </message>
    <message>
        <source>Save as queue…</source>
        <translation>Salvar como fila…</translation>
    </message>
    <message>
        <source>{0} is a number.</source>
        <translation>{0} é um número.</translation>
    </message>
    <message>
        <source>Find contact “{0}”</source>
        <translation>Buscar o contato “{0}”</translation>
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
        <source>Sign in to search for cases.</source>
        <translation>Entre para buscar casos.</translation>
    </message>
    <message>
        <source>Save as queue</source>
        <translation>Salvar como fila</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>Nome da fila</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>The list is still loading.</source>
        <translation>A lista ainda está carregando.</translation>
    </message>
    <message>
        <source>Some selected cases aren&apos;t loaded yet. Scroll to them, then open them.</source>
        <translation>Alguns casos escolhidos ainda não estão carregados. Role até eles e depois abra-os.</translation>
    </message>
    <message>
        <source>No matching cases.</source>
        <translation>Nenhum caso corresponde.</translation>
    </message>
    <message>
        <source>Cases as of {0}; scroll for more.</source>
        <translation>Casos às {0}; role para ver mais.</translation>
    </message>
    <message>
        <source>⚠ {0} List has changed · Refresh</source>
        <translation>⚠ {0} A lista mudou · Atualizar</translation>
    </message>
    <message>
        <source>⚠ {0} May be out of date.</source>
        <translation>⚠ {0} Pode estar desatualizado.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Case {0} isn&apos;t open: you stopped waiting.</source>
        <translation>O caso {0} não está aberto: você parou de esperar.</translation>
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
        <source>{0} typed this. Sign in as {0} to submit it, or discard the changes and reload the case.</source>
        <translation>{0} digitou isto. Entre como {0} para enviar, ou descarte as alterações e recarregue o caso.</translation>
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
        <source>Text typed since then isn&apos;t submitted yet.</source>
        <translation>O que foi digitado desde então ainda não foi enviado.</translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation>Nada foi enviado. {0}</translation>
    </message>
    <message>
        <source>Nothing to submit: no changes.</source>
        <translation>Nada para enviar: nenhuma alteração.</translation>
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
    <name>Settings</name>
    <message>
        <source>Settings not saved: another program is using the file. Close it there.</source>
        <translation>Configurações não salvas: outro programa está usando o arquivo. Feche-o lá.</translation>
    </message>
    <message>
        <source>Settings not saved: the disk is full. Free some space.</source>
        <translation>Configurações não salvas: o disco está cheio. Libere espaço.</translation>
    </message>
    <message>
        <source>Settings not saved: a folder is named settings.json. Rename or remove it.</source>
        <translation>As configurações não foram salvas: uma pasta se chama settings.json. Renomeie-a ou remova-a.</translation>
    </message>
    <message>
        <source>Settings not saved. Check the permissions of settings.json.</source>
        <translation>Configurações não salvas. Verifique as permissões de settings.json.</translation>
    </message>
</context>
<context>
    <name>SharedTemplates</name>
    <message>
        <source>The shared templates aren&apos;t there: {0}. Tell your administrator.</source>
        <translation>Os modelos compartilhados não estão lá: {0}. Avise o administrador.</translation>
    </message>
    <message>
        <source>The shared templates can&apos;t be read: {0}. Tell your administrator.</source>
        <translation>Não foi possível ler os modelos compartilhados: {0}. Avise o administrador.</translation>
    </message>
    <message>
        <source>No templates in the shared file {0}. Tell your administrator.</source>
        <translation>Não há modelos no arquivo compartilhado {0}. Avise o administrador.</translation>
    </message>
    <message>
        <source>Too many shared templates: {0}. Tell your administrator.</source>
        <translation>Modelos compartilhados demais: {0}. Avise o administrador.</translation>
    </message>
    <message>
        <source>The place of the shared templates isn&apos;t answering: {0}.</source>
        <translation>O local dos modelos compartilhados não responde: {0}.</translation>
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
    <name>SideCard</name>
    <message>
        <source>Differs in {0}.</source>
        <translation>Difere em {0}.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>escolhido</translation>
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
        <source>Ask your Social Gateway administrator for a token.</source>
        <translation>Peça um token ao administrador do seu Social Gateway.</translation>
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
        <source>Try the demo</source>
        <translation>Experimentar a demonstração</translation>
    </message>
    <message>
        <source>Opens a second window with made-up cases. Nothing leaves this computer.</source>
        <translation>Abre uma segunda janela com casos inventados. Nada sai deste computador.</translation>
    </message>
    <message>
        <source>Welcome to Case Editor</source>
        <translation>Boas-vindas ao Case Editor</translation>
    </message>
    <message>
        <source>Connect to your Social Gateway to begin.</source>
        <translation>Conecte-se ao seu Social Gateway para começar.</translation>
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
        <source>You aren&apos;t signed in.</source>
        <translation>Você não entrou.</translation>
    </message>
    <message>
        <source>The demo couldn&apos;t be started.</source>
        <translation>Não foi possível iniciar a demonstração.</translation>
    </message>
</context>
<context>
    <name>Since</name>
    <message>
        <source>subject</source>
        <translation>assunto</translation>
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
        <translation>Novidades desde sua última visita há um momento: {0}</translation>
    </message>
    <message>
        <source>New since your last visit {0} ago: {1}</source>
        <translation>Novidades desde sua última visita há {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling can&apos;t be checked: Hunspell isn&apos;t installed.</source>
        <translation>Não é possível verificar a ortografia: o Hunspell não está instalado.</translation>
    </message>
    <message>
        <source>Spelling can&apos;t be checked: there is no dictionary on this computer.</source>
        <translation>Não é possível verificar a ortografia: não há dicionário neste computador.</translation>
    </message>
    <message>
        <source>Spelling isn&apos;t checked until the next start: the check failed three times.</source>
        <translation>A ortografia não será verificada até o próximo início: a verificação falhou três vezes.</translation>
    </message>
    <message>
        <source>Misspelled: {0}</source>
        <translation>Escrita incorreta: {0}</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is gone.</source>
        <translation>O dicionário “{0}” não está mais aqui.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” can&apos;t be read.</source>
        <translation>Não é possível ler o dicionário “{0}”.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is too large.</source>
        <translation>O dicionário “{0}” é grande demais.</translation>
    </message>
    <message>
        <source>The dictionary “{0}” is damaged. Install it again.</source>
        <translation>O dicionário “{0}” está danificado. Instale-o de novo.</translation>
    </message>
    <message>
        <source>The spelling check is off.</source>
        <translation>A verificação ortográfica está desativada.</translation>
    </message>
    <message>
        <source>No misspelled words.</source>
        <translation>Não há palavras com erro de ortografia.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Remove “{0}” from dictionary</source>
        <translation>Remover “{0}” do dicionário</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Procurando sugestões…</translation>
    </message>
    <message>
        <source>Add “{0}” to dictionary</source>
        <translation>Adicionar “{0}” ao dicionário</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografia</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Sem sugestões</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Idioma do texto</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desativada</translation>
    </message>
    <message>
        <source>Next misspelling</source>
        <translation>Próximo erro de ortografia</translation>
    </message>
    <message>
        <source>The process with Hunspell ended before its answer.</source>
        <translation>O processo do Hunspell terminou antes de responder.</translation>
    </message>
</context>
<context>
    <name>SpellingPage</name>
    <message>
        <source>&amp;Check spelling</source>
        <translation>&amp;Verificar a ortografia</translation>
    </message>
    <message>
        <source>In subjects, notes and templates.</source>
        <translation>Em assuntos, notas e modelos.</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Idioma do texto</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Your &amp;words</source>
        <translation>Suas &amp;palavras</translation>
    </message>
    <message>
        <source>No words yet. Add one from the menu of a misspelled word.</source>
        <translation>Ainda não há palavras. Adicione uma pelo menu de uma palavra com erro.</translation>
    </message>
    <message>
        <source>Remove word</source>
        <translation>Remover palavra</translation>
    </message>
</context>
<context>
    <name>StreamModel</name>
    <message>
        <source>Note, not submitted: {0}</source>
        <translation>Nota, não enviada: {0}</translation>
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
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Search messages and notes</source>
        <translation>Buscar em mensagens e notas</translation>
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
        <translation>O caso {0} tem um conflito sem decisão.</translation>
    </message>
    <message>
        <source>Case {0} isn&apos;t open: nothing was submitted.</source>
        <translation>O caso {0} não está aberto: nada foi enviado.</translation>
    </message>
    <message>
        <source>Case {0} is still loading.</source>
        <translation>O caso {0} ainda está carregando.</translation>
    </message>
    <message>
        <source>Case {0} has just opened: press again.</source>
        <translation>O caso {0} acabou de abrir: pressione de novo.</translation>
    </message>
    <message>
        <source>Case {0} has just opened: press again to submit it.</source>
        <translation>O caso {0} acabou de abrir: pressione de novo para enviá-lo.</translation>
    </message>
    <message>
        <source>Case {0} still needs your decision.</source>
        <translation>O caso {0} ainda precisa da sua decisão.</translation>
    </message>
    <message>
        <source>Nothing to submit in case {0}.</source>
        <translation>Nada para enviar no caso {0}.</translation>
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
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Desktop &amp;notice when a case needs you</source>
        <translation>Avisar &amp;na área de trabalho se um caso requer sua atenção</translation>
    </message>
    <message>
        <source>&amp;After submit</source>
        <translation>&amp;Após enviar</translation>
    </message>
    <message>
        <source>“Submit and next” always opens the next case. A case that needs you keeps its tab.</source>
        <translation>“Enviar e avançar” sempre abre o próximo caso. Um caso que requer sua atenção mantém sua aba.</translation>
    </message>
    <message>
        <source>&amp;Days to keep the history</source>
        <translation>&amp;Dias para guardar o histórico</translation>
    </message>
    <message>
        <source>Older entries are deleted at the next start: they hold customers&apos; data.</source>
        <translation>As entradas mais antigas são excluídas no próximo início: contêm dados de clientes.</translation>
    </message>
    <message>
        <source>&amp;Stamp attribute</source>
        <translation>Atributo do ca&amp;rimbo</translation>
    </message>
    <message>
        <source>Each submission also sets this attribute to an ID of its own. Where the server shows attributes, a lost answer then leaves no doubt.</source>
        <translation>Cada envio grava nele um identificador único; assim dá para verificar se chegou mesmo que a resposta se perca, se o servidor mostra os atributos.</translation>
    </message>
    <message>
        <source>Only while the window is in the background. It shows the case ID, and no text of the case.</source>
        <translation>Só enquanto a janela está em segundo plano. Mostra o ID do caso e nenhum texto dele.</translation>
    </message>
    <message>
        <source>“{0}” is reserved and can&apos;t be the stamp. Choose another name.</source>
        <translation>“{0}” é reservado e não pode ser o carimbo. Escolha outro nome.</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugestões</translation>
    </message>
    <message>
        <source>Templates: {0}</source>
        <translation>Modelos: {0}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions: {0}</source>
        <translation>Sugestões: {0}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugestões</translation>
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
        <translation>Tabela {0}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Use doubtful IDs, too</source>
        <translation>Usar também os IDs duvidosos</translation>
    </message>
    <message>
        <source>Use hidden rows, too</source>
        <translation>Usar também as linhas ocultas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use this table</source>
        <translation>Usar esta tabela</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Vírgula</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Ponto e vírgula</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulação</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barra</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Planilha</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificação</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Row with names</source>
        <translation>Linha com nomes</translation>
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
        <translation>Células em branco esvaziam</translation>
    </message>
    <message>
        <source>the file has more rows than a batch may have</source>
        <translation>o arquivo tem mais linhas do que um lote pode ter</translation>
    </message>
</context>
<context>
    <name>TableFault</name>
    <message>
        <source>This file has no rows. Choose another file.</source>
        <translation>Este arquivo não tem linhas. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>This file is too large. Split it.</source>
        <translation>Este arquivo é grande demais. Divida-o.</translation>
    </message>
    <message>
        <source>This isn&apos;t a table. Choose another file, or save it as CSV.</source>
        <translation>Isto não é uma tabela. Escolha outro arquivo, ou salve-o como CSV.</translation>
    </message>
    <message>
        <source>This file is damaged. Save it again, or as CSV.</source>
        <translation>Este arquivo está danificado. Salve-o de novo, ou como CSV.</translation>
    </message>
    <message>
        <source>This file has a password. Save it without one.</source>
        <translation>Este arquivo tem senha. Salve-o sem ela.</translation>
    </message>
    <message>
        <source>A quotation mark in row {0} is never closed. Correct it, or save it again.</source>
        <translation>Uma aspa da linha {0} não é fechada. Corrija, ou salve o arquivo de novo.</translation>
    </message>
    <message>
        <source>This installation can&apos;t read spreadsheets. Save it as CSV.</source>
        <translation>Esta instalação não lê planilhas. Salve-o como CSV.</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. Choose another file</source>
        <translation>Este arquivo não pode ser lido. Escolha outro arquivo</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Reserved names can&apos;t be sent as attributes: {0}.</source>
        <translation>Nomes reservados não podem ser enviados como atributos: {0}.</translation>
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
        <source>no separator between name and value. Write name=value.</source>
        <translation>não há separador entre nome e valor. Escreva nome=valor.</translation>
    </message>
    <message>
        <source>more than two cells. Use one for the name and one for the value.</source>
        <translation>há mais de duas células. Use uma para o nome e outra para o valor.</translation>
    </message>
    <message>
        <source>a quotation mark isn&apos;t closed, or text follows it.</source>
        <translation>há aspas sem fechar, ou com texto depois delas.</translation>
    </message>
    <message>
        <source>this starts like JSON, but isn&apos;t valid.</source>
        <translation>começa como JSON, mas não é válido.</translation>
    </message>
    <message>
        <source>this JSON isn&apos;t an object, so it has no names.</source>
        <translation>este JSON não é um objeto, portanto não tem nomes.</translation>
    </message>
    <message>
        <source>a second record begins. Paste the heading with one record only.</source>
        <translation>começa um segundo registro. Cole o cabeçalho com um só registro.</translation>
    </message>
    <message>
        <source>this JSON is empty.</source>
        <translation>este JSON está vazio.</translation>
    </message>
    <message>
        <source>the name “{0}” appears twice.</source>
        <translation>o nome “{0}” aparece duas vezes.</translation>
    </message>
    <message>
        <source>“{0}” has no meaning. Write a backslash as \\.</source>
        <translation>“{0}” não é um código válido. Escreva uma barra invertida como \\.</translation>
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
    <message>
        <source>Create tag “{0}”</source>
        <translation>Criar a etiqueta “{0}”</translation>
    </message>
</context>
<context>
    <name>TagCompleter</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugestões</translation>
    </message>
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
        <source>to be added, new on this server</source>
        <translation>será adicionada, nova neste servidor</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>será removida</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>shared</source>
        <translation>compartilhado</translation>
    </message>
    <message>
        <source>submits</source>
        <translation>envia</translation>
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
        <translation>Etiquetas a adicionar, uma por linha</translation>
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
        <source>Subject</source>
        <translation>Assunto</translation>
    </message>
    <message>
        <source>Tags to remove, one a line</source>
        <translation>Etiquetas a remover, uma por linha</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atalho</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Then submit, and go to the next case</source>
        <translation>Depois, enviar e passar ao próximo caso</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>“{0}” is shared: your administrator changes it.</source>
        <translation>“{0}” é compartilhado: o administrador o altera.</translation>
    </message>
    <message>
        <source>“{0}” removed.</source>
        <translation>“{0}” removido.</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Importar modelos</translation>
    </message>
    <message>
        <source>The file couldn&apos;t be read.</source>
        <translation>Não foi possível ler o arquivo.</translation>
    </message>
    <message>
        <source>No templates in this file. Nothing was imported.</source>
        <translation>Este arquivo não tem modelos. Nada foi importado.</translation>
    </message>
    <message>
        <source>Nothing was imported: these templates are here already.</source>
        <translation>Nada foi importado: estes modelos já estão aqui.</translation>
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
        <source>The file couldn&apos;t be written.</source>
        <translation>Não foi possível gravar o arquivo.</translation>
    </message>
    <message>
        <source>No templates yet. Press “New template” to write one.</source>
        <translation>Ainda não há modelos. Pressione “Novo modelo” para escrever um.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
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
        <translation>Página do caso ↗</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Caso anterior</translation>
    </message>
    <message>
        <source>Position in the list</source>
        <translation>Posição na lista</translation>
    </message>
    <message>
        <source>Contact and attributes</source>
        <translation>Contato e atributos</translation>
    </message>
    <message>
        <source>Close case {0}</source>
        <translation>Fechar o caso {0}</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Próximo caso</translation>
    </message>
    <message>
        <source>More for the case</source>
        <translation>Mais para o caso</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Salvar como PDF…</translation>
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
        <source>subject change</source>
        <translation>alteração de assunto</translation>
    </message>
    <message>
        <source>tag text</source>
        <translation>texto de etiqueta</translation>
    </message>
    <message>
        <source>several tags</source>
        <translation>várias etiquetas</translation>
    </message>
    <message>
        <source>removing invisible characters</source>
        <translation>remoção de caracteres invisíveis</translation>
    </message>
    <message>
        <source>tag {0}</source>
        <translation>etiqueta {0}</translation>
    </message>
    <message>
        <source>change to {0}</source>
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
        <source>discarding changes</source>
        <translation>descarte de alterações</translation>
    </message>
    <message>
        <source>note text</source>
        <translation>texto de nota</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>nota nova</translation>
    </message>
    <message>
        <source>removing a note</source>
        <translation>remoção de nota</translation>
    </message>
    <message>
        <source>reordering notes</source>
        <translation>ordem das notas</translation>
    </message>
    <message>
        <source>restoring changes</source>
        <translation>recuperação de alterações</translation>
    </message>
    <message>
        <source>note change</source>
        <translation>alteração de nota</translation>
    </message>
    <message>
        <source>pasting attributes</source>
        <translation>colagem de atributos</translation>
    </message>
    <message>
        <source>editing as text</source>
        <translation>edição como texto</translation>
    </message>
    <message>
        <source>reverting attributes</source>
        <translation>reversão de atributos</translation>
    </message>
    <message>
        <source>trimming names</source>
        <translation>remoção de espaços dos nomes</translation>
    </message>
    <message>
        <source>leaving out attributes</source>
        <translation>omissão de atributos</translation>
    </message>
    <message>
        <source>clearing attributes</source>
        <translation>esvaziamento de atributos</translation>
    </message>
</context>
<context>
    <name>UnseenLine</name>
    <message>
        <source>Remove invisible characters</source>
        <translation>Remover caracteres invisíveis</translation>
    </message>
    <message>
        <source>Invisible characters, which are sent too: {0}</source>
        <translation>Caracteres invisíveis, que também são enviados: {0}</translation>
    </message>
</context>
<context>
    <name>Use</name>
    <message>
        <source>Not used</source>
        <translation>Sem uso</translation>
    </message>
    <message>
        <source>Case ID</source>
        <translation>ID do caso</translation>
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
        <source>Tag to add</source>
        <translation>Etiqueta a adicionar</translation>
    </message>
    <message>
        <source>Tag to remove</source>
        <translation>Etiqueta a remover</translation>
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
        <translation>Escolha a única coluna que contém os IDs dos casos.</translation>
    </message>
    <message>
        <source>“{0}”: another column has this use. Choose another one.</source>
        <translation>“{0}”: outra coluna tem este uso. Escolha outro.</translation>
    </message>
    <message>
        <source>“{0}”: enter the name of the attribute.</source>
        <translation>“{0}”: digite o nome do atributo.</translation>
    </message>
    <message>
        <source>“{0}”: this name is reserved. Choose another one.</source>
        <translation>“{0}”: este nome é reservado. Escolha outro.</translation>
    </message>
    <message>
        <source>“{0}”: another column sets the same attribute.</source>
        <translation>“{0}”: outra coluna define o mesmo atributo.</translation>
    </message>
    <message>
        <source>“{0}” is a new attribute. Did you mean “{1}”?</source>
        <translation>“{0}” é um atributo novo. Você quis dizer “{1}”?</translation>
    </message>
    <message>
        <source>“{0}” is also a field of the case itself. Check the name.</source>
        <translation>“{0}” também é um campo do próprio caso. Confira o nome.</translation>
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
        <translation>✓ em uso</translation>
    </message>
    <message>
        <source>✓ in use; Enter removes it</source>
        <translation>✓ em uso; Enter remove</translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation>Usar “{0}”</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Contact and attributes</source>
        <translation>Contato e atributos</translation>
    </message>
    <message>
        <source>Attributes beside the notes</source>
        <translation>Atributos ao lado das notas</translation>
    </message>
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
        <source>Case {0} isn&apos;t open.</source>
        <translation>O caso {0} não está aberto.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>no longer matches the search: {0}</source>
        <translation>não corresponde mais à pesquisa: {0}</translation>
    </message>
    <message>
        <source>the case has no field {0}</source>
        <translation>o caso não tem o campo {0}</translation>
    </message>
    <message>
        <source>the field {0} is empty</source>
        <translation>o campo {0} está vazio</translation>
    </message>
    <message>
        <source>the name {0} is reserved</source>
        <translation>o nome {0} é reservado</translation>
    </message>
    <message>
        <source>an attribute has no name</source>
        <translation>um atributo não tem nome</translation>
    </message>
    <message>
        <source>the server has no such case any more</source>
        <translation>o servidor não tem mais esse caso</translation>
    </message>
    <message>
        <source>being looked into</source>
        <translation>em verificação</translation>
    </message>
    <message>
        <source>the record of it on this computer can&apos;t be read; look at the case</source>
        <translation>o registro dele neste computador não pode ser lido; confira o caso</translation>
    </message>
    <message>
        <source>{0} is a nested value, which can&apos;t be changed</source>
        <translation>{0} é um valor aninhado, que não pode ser alterado</translation>
    </message>
    <message>
        <source>stays, since somebody changed it: {0}</source>
        <translation>fica como está, porque alguém alterou: {0}</translation>
    </message>
    <message>
        <source>didn&apos;t exist before and can only be emptied: {0}</source>
        <translation>não existia antes e só pode ser esvaziado: {0}</translation>
    </message>
    <message>
        <source>the case can&apos;t be read</source>
        <translation>o caso não pode ser lido</translation>
    </message>
    <message>
        <source>taken out by you</source>
        <translation>retirado por você</translation>
    </message>
    <message>
        <source>the server stored another value</source>
        <translation>o servidor registrou outro valor</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>fica como está</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>The data file was damaged and set aside as {0}. A new one was created.</source>
        <translation>O arquivo de dados estava danificado e foi posto de lado como {0}. Um novo foi criado.</translation>
    </message>
    <message>
        <source>Drafts and pending submissions are back.</source>
        <translation>Os rascunhos e os envios pendentes estão de volta.</translation>
    </message>
    <message>
        <source>NOT saved: {0} Don&apos;t close this window.</source>
        <translation>NÃO foi salvo: {0} Não feche esta janela.</translation>
    </message>
    <message>
        <source>Trying again. Drafts and pending submissions couldn&apos;t be read.</source>
        <translation>Tentando de novo. Os rascunhos e os envios pendentes não puderam ser lidos.</translation>
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
<context>
    <name>_Chip</name>
    <message>
        <source>Remove filter {0}</source>
        <translation>Remover filtro {0}</translation>
    </message>
</context>
</TS>
