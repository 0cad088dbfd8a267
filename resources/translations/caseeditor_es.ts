<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>Signed in: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out. What is open stays; nothing is sent until you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring could not be asked to forget the token. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Enter a case id or a link to a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no case id: an id is a number, such as 203.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not lead to a case. Such a link ends in /case/ and a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no server&apos;s address. It looks like https://example.org.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Something went wrong inside Case Editor. What you typed is still here; {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log in {0} has the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>Name of the attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names seen before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeGrid</name>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bulk text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by name (view only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim names of new attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert all attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent as empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of an attribute that the server has can&apos;t be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server means something else by this name, so the value can&apos;t be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value has parts of its own; it can be read here, but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value has characters that an editor can&apos;t show exactly, so it is not changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is sent as an empty value. Whether the server then empties the attribute, leaves it or removes it is not documented. An attribute can&apos;t be deleted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value has white space that is not seen: at an end, tabs, or several in a row.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape leaves the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeWork</name>
    <message>
        <source>Nothing was pasted: this cell can&apos;t be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted: there is no text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes pasted: {0}. Ctrl+Z takes them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkTextDialog</name>
    <message>
        <source>Bulk text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that are wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you changed in this text is not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line is an attribute: name=value. In it, \n is a line break, \t a tab, \s a space at either end, \\ a backslash, \= an equals sign in a name.
Taking out a line takes back a new attribute. One that the case has stays as it is: there is no deleting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is applied yet. Lines that are wrong: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Shortened; Ctrl+C copies all of it · {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseEdit</name>
    <message>
        <source>Changes discarded. Ctrl+Z brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseLists</name>
    <message>
        <source>Case lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case was opened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has no further case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTabs</name>
    <message>
        <source>No case is open.
Paste a case id or a link above, then press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close case {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case page ↗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case Editor keeps looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This subject has line breaks or characters that a field can&apos;t show exactly: it is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0} is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ NOT saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· saved as a draft at {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Tag removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed these fields of case {0} since you did. Nothing is sent before you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactModel</name>
    <message>
        <source>no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactPane</name>
    <message>
        <source>Who a case is about is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactTree</name>
    <message>
        <source>Contact and profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationModel</name>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no message in this case.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 case as of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases as of {0}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It asks to wait 1 second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n seconds.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>NOT saved: {0} Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored at the server, but NOT noted on this computer: {0} It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT saved: {0} Your changes come back into the draft when it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT saved: {0} What became of your changes is looked for until it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of case {0} were submitted by {1}, and wait until {1} signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the changes of case {0}{1} They are in your draft again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of case {0} are in your draft again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted again, they are first looked for at the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet whether case {0} was stored; Case Editor is looking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the changes of case {0} were stored. This is what the server shows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the same fields of case {0}. Decide which to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of case {0} wait for you to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The changes of case {1} wait; they are sent when it works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note of case {0}, of which nobody knew what became, is at the server after all:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you left to your colleague was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted: stored, as you say, at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted: accepted at {0} (this server shows no notes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted: accepted at {0}. The server holds some of it differently:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted: stored at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: it was stored, but the server does not show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: the server holds “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was changed since, by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”: is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”: is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”: was there, and is “{2}” now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”: there is a new note that may be yours: “{2}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} “{1}”: this server shows no notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known; looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known: your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict: your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored; removing tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused; in the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Outbox {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact and profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>not answered for {0}, since {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened {0} ago, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the inbox {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated {0} ago, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {0} is not trusted by this computer, so nothing was sent there. Your administrator can tell whether the server or this computer has to be set right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would be reached by plain http, which anybody on the way can read. Use its https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy or certificate settings of this computer can&apos;t be used, so {0} can&apos;t be reached. Your administrator can set them right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {0} was lost before its answer was whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You stopped waiting for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not accept the access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knows no such case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is asked too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes no change of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in trouble (error {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sends us on to another address ({1}); this is not followed, to keep your token safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {0} answered is not from a Social Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {0} is larger than 16 MB and was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent its answer packed, which was not asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered with another case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Case Editor; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is not opened; nothing you typed is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation can&apos;t be shown; the case is not touched by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the filters and search again, or refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown may be out of date; your changes are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Your changes are still here: submit again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether your changes were stored. They are still here: reload the case and look before you submit again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data folder can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program holds the data file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data file is damaged; it was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data file is from a newer version of Case Editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data file can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nick name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>external id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>following</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case id or any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server said: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>This computer has no keyring service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is used for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>What you typed in case {0} is NOT saved, and will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data was written by a newer version of Case Editor. It is left as it is, and this version closes. Install the newer version, or start this one with another folder (--data-dir).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Case Editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Case Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case id or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening case {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0} is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0} opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this link in your browser? {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Case Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes and conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case Editor {0}
An editor for the support cases of Social Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteCards</name>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent later ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent earlier ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteModel</name>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about the contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverwrittenModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action, case or template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted attributes that are here already, with another value: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste and overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be overwritten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>An attribute has a value but no name. Name it, or clear the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be an attribute&apos;s name: the server means something else by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an attribute “{0}” already. Change that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a field of the case itself: this may change the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{0}” begins or ends with a space, which is sent too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PutInDialog</name>
    <message>
        <source>Put in template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template yet. Write one under Templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template changes nothing in this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Unknown fields stay as written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Empty in this case: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Attributes that can&apos;t be set here: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RememberedModel</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes in case {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly what is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchForm</name>
    <message>
        <source>Order by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Cases found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in, so there is nowhere to search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has no further case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the chosen cases are not loaded: scroll to them, then open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is like this, as of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases as of {0}; scroll for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {0} Changed since: refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ {0} It may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Case {0} is not open: you stopped waiting for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0} reloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to submit: nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The administrator of your Social Gateway hands out access tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of your Social Gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Line {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing between a name and a value. It looks like name=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than two cells: a name and a value are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is opened and not closed, or text follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this begins as JSON, but is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this JSON is no object, so it has no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name “{0}” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no meaning. A backslash is written \\.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBar</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagCompleter</name>
    <message>
        <source>Known tags: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no templates; nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>change of subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discarding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasting of attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bulk text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reverting of attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trimming of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing of attributes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>NOT saved: {0} What you type is kept in this window only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file was damaged. It was set aside as {0}; a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first {0} of {1} cases were opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
