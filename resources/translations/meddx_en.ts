<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Close and lose %n case(s)?</source>
        <translation>
            <numerusform>Close and lose %n case?</numerusform>
            <numerusform>Close and lose %n cases?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingDataDialog</name>
    <message numerus="yes">
        <source>Fill %n selected</source>
        <translation>
            <numerusform>Fill %n selected</numerusform>
            <numerusform>Fill %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n file(s) could not be opened. The list says why.</source>
        <translation>
            <numerusform>%n file could not be opened. The list says why.</numerusform>
            <numerusform>%n files could not be opened. The list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) in there are no films and were left out.</source>
        <translation>
            <numerusform>%n other file in there is no film and was left out.</numerusform>
            <numerusform>%n other files in there are no films and were left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
