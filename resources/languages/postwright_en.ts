<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BlogTags</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln passage(s) differ(s)</source>
        <translation>
            <numerusform>%Ln passage differs</numerusform>
            <numerusform>%Ln passages differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) changed since</source>
        <translation>
            <numerusform>%Ln passage has changed since</numerusform>
            <numerusform>%Ln passages have changed since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln post(s)</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message numerus="yes">
        <source>Rewrite the %Ln link(s) of other posts</source>
        <translation>
            <numerusform>Rewrite the %Ln link of another post</numerusform>
            <numerusform>Rewrite the %Ln links of other posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message numerus="yes">
        <source>%Ln picture(s) saved in {0}.</source>
        <translation>
            <numerusform>%Ln picture saved in {0}.</numerusform>
            <numerusform>%Ln pictures saved in {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>%Ln more field</numerusform>
            <numerusform>%Ln more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more field(s) not shown here: show the front matter as text.</source>
        <translation>
            <numerusform>%Ln more field is not shown here: show the front matter as text.</numerusform>
            <numerusform>%Ln more fields are not shown here: show the front matter as text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostMoves</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostNumbers</name>
    <message numerus="yes">
        <source>%Ln post(s), {0} characters, {1} words</source>
        <translation>
            <numerusform>%Ln post, {0} characters, {1} words</numerusform>
            <numerusform>%Ln posts, {0} characters, {1} words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostRows</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message numerus="yes">
        <source>Postwright did not end as it should. The unsaved changes of %Ln post(s) are kept.</source>
        <translation>
            <numerusform>Postwright did not end as it should. The unsaved changes of %Ln post are kept.</numerusform>
            <numerusform>Postwright did not end as it should. The unsaved changes of %Ln posts are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hint(s)</source>
        <translation>
            <numerusform>%Ln hint</numerusform>
            <numerusform>%Ln hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Bars</name>
    <message numerus="yes">
        <source>{0}: %Ln post(s)</source>
        <translation>
            <numerusform>{0}: %Ln post</numerusform>
            <numerusform>{0}: %Ln posts</numerusform>
        </translation>
    </message>
</context>
</TS>
