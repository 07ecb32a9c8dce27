<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Account</name>
    <message numerus="yes">
        <source>%n stored film(s) are damaged, so the old key is kept. Restore them from a backup, then renew again.</source>
        <translation>
            <numerusform>%n stored film is damaged, so the old key is kept. Restore it from a backup, then renew again.</numerusform>
            <numerusform>%n stored films are damaged, so the old key is kept. Restore them from a backup, then renew again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message numerus="yes">
        <source>The database is older than the store: at least %n entries of its audit trail are missing, and cases may be. Put the right database back or restore the newest backup. No film was deleted.</source>
        <translation>
            <numerusform>The database is older than the store: at least %n entry of its audit trail is missing, and cases may be. Put the right database back or restore the newest backup. No film was deleted.</numerusform>
            <numerusform>The database is older than the store: at least %n entries of its audit trail are missing, and cases may be. Put the right database back or restore the newest backup. No film was deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) arrived while it was locked.</source>
        <translation>
            <numerusform>%n result arrived while it was locked.</numerusform>
            <numerusform>%n results arrived while it was locked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed result(s) could not be opened; they stay where they are. Screen those films again.</source>
        <translation>
            <numerusform>%n sealed result could not be opened; it stays where it is. Screen that film again.</numerusform>
            <numerusform>%n sealed results could not be opened; they stay where they are. Screen those films again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed sign-in(s) since the last time. If that was nobody you know, tell the owner.</source>
        <translation>
            <numerusform>%n failed sign-in since the last time. If that was nobody you know, tell the owner.</numerusform>
            <numerusform>%n failed sign-ins since the last time. If that was nobody you know, tell the owner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) copied</source>
        <translation>
            <numerusform>%n film copied</numerusform>
            <numerusform>%n films copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there before</source>
        <translation>
            <numerusform>%n there before</numerusform>
            <numerusform>%n there before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) are damaged in the store itself.</source>
        <translation>
            <numerusform>%n film is damaged in the store itself.</numerusform>
            <numerusform>%n films are damaged in the store itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalculatorDetail</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalculatorsModel</name>
    <message numerus="yes">
        <source>%n lack(s) something</source>
        <translation>
            <numerusform>%n lacks something</numerusform>
            <numerusform>%n lack something</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not for this patient</source>
        <translation>
            <numerusform>%n not for this patient</numerusform>
            <numerusform>%n not for this patient</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalculatorsPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) not calculated with</source>
        <translation>
            <numerusform>%n result not calculated with</numerusform>
            <numerusform>%n results not calculated with</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message numerus="yes">
        <source>Little for these: %n</source>
        <translation>
            <numerusform>Little for these: %n</numerusform>
            <numerusform>Little for these: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not for this patient: %n</source>
        <translation>
            <numerusform>Not for this patient: %n</numerusform>
            <numerusform>Not for this patient: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) here</source>
        <translation>
            <numerusform>%n test here</numerusform>
            <numerusform>%n tests here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own prior(s)</source>
        <translation>
            <numerusform>%n own prior</numerusform>
            <numerusform>%n own priors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit entry(s)</source>
        <translation>
            <numerusform>%n audit entry</numerusform>
            <numerusform>%n audit entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database, at %n place(s)</source>
        <translation>
            <numerusform>The database, at %n place</numerusform>
            <numerusform>The database, at %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseTestDialog</name>
    <message numerus="yes">
        <source>%n test(s) at the top fit the name.</source>
        <translation>
            <numerusform>%n test at the top fits the name.</numerusform>
            <numerusform>%n tests at the top fit the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClockBanner</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePatientsDialog</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeidentifyFilmsDialog</name>
    <message numerus="yes">
        <source>%n film(s) can&apos;t be exported:</source>
        <translation>
            <numerusform>%n film can&apos;t be exported:</numerusform>
            <numerusform>%n films can&apos;t be exported:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) that may be of the same person were not joined, and stay.</source>
        <translation>
            <numerusform>%n case that may be of the same person was not joined, and stays.</numerusform>
            <numerusform>%n cases that may be of the same person were not joined, and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>Last %n full week(s)</source>
        <translation>
            <numerusform>Last %n full week</numerusform>
            <numerusform>Last %n full weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) this year.</source>
        <translation>
            <numerusform>%n export this year.</numerusform>
            <numerusform>%n exports this year.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counts by week, finding, age band and sex, for a health authority. Random noise hides whether any one person is in them; one person counts in at most %n cell(s).</source>
        <translation>
            <numerusform>Counts by week, finding, age band and sex, for a health authority. Random noise hides whether any one person is in them; one person counts in at most %n cell.</numerusform>
            <numerusform>Counts by week, finding, age band and sex, for a health authority. Random noise hides whether any one person is in them; one person counts in at most %n cells.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n unidentified</source>
        <translation>
            <numerusform>%n unidentified</numerusform>
            <numerusform>%n unidentified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishReadingDialog</name>
    <message numerus="yes">
        <source>You differ from {who} on %n finding(s).</source>
        <translation>
            <numerusform>You differ from {who} on %n finding.</numerusform>
            <numerusform>You differ from {who} on %n findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have no word of yours yet.</source>
        <translation>
            <numerusform>%n finding has no word of yours yet.</numerusform>
            <numerusform>%n findings have no word of yours yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n week</numerusform>
            <numerusform>in %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what} in %n week(s)</source>
        <translation>
            <numerusform>{what} in %n week</numerusform>
            <numerusform>{what} in %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpsView</name>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>overdue by %n day</numerusform>
            <numerusform>overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message numerus="yes">
        <source>%n case(s) that the list shows</source>
        <translation>
            <numerusform>%n case that the list shows</numerusform>
            <numerusform>%n cases that the list shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n line not understood</numerusform>
            <numerusform>%n lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportedPage</name>
    <message numerus="yes">
        <source>%n result(s) brought in.</source>
        <translation>
            <numerusform>%n result brought in.</numerusform>
            <numerusform>%n results brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) were in the case already.</source>
        <translation>
            <numerusform>%n result was in the case already.</numerusform>
            <numerusform>%n results were in the case already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier result(s) were corrected or completed.</source>
        <translation>
            <numerusform>%n earlier result was corrected or completed.</numerusform>
            <numerusform>%n earlier results were corrected or completed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not understood:</source>
        <translation>
            <numerusform>%n line was not understood:</numerusform>
            <numerusform>%n lines were not understood:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n line not understood</numerusform>
            <numerusform>%n lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n result(s) out of the table?</source>
        <translation>
            <numerusform>Take %n result out of the table?</numerusform>
            <numerusform>Take %n results out of the table?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n line not understood</numerusform>
            <numerusform>%n lines not understood</numerusform>
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
    <name>ModelNotices</name>
    <message numerus="yes">
        <source>The threshold of this site for {finding} ({model}) lapses in %n day(s). Check the model here again before that.</source>
        <translation>
            <numerusform>The threshold of this site for {finding} ({model}) lapses in %n day. Check the model here again before that.</numerusform>
            <numerusform>The threshold of this site for {finding} ({model}) lapses in %n days. Check the model here again before that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message numerus="yes">
        <source>At least {least} characters; %n so far.</source>
        <translation>
            <numerusform>At least {least} characters; %n so far.</numerusform>
            <numerusform>At least {least} characters; %n so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message numerus="yes">
        <source>Red flags (%n)</source>
        <translation>
            <numerusform>Red flags (%n)</numerusform>
            <numerusform>Red flags (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotePaperDialog</name>
    <message numerus="yes">
        <source>%n word(s) to look at closely</source>
        <translation>
            <numerusform>%n word to look at closely</numerusform>
            <numerusform>%n words to look at closely</numerusform>
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
    <name>PaperImportDialog</name>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n line not understood</numerusform>
            <numerusform>%n lines not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at closely</source>
        <translation>
            <numerusform>%n to look at closely</numerusform>
            <numerusform>%n to look at closely</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperOrFilmDialog</name>
    <message numerus="yes">
        <source>%n more picture(s) do too.</source>
        <translation>
            <numerusform>%n more picture does too.</numerusform>
            <numerusform>%n more pictures do too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message numerus="yes">
        <source>No backup for %n day(s). A lost disk would take every case.</source>
        <translation>
            <numerusform>No backup for %n day. A lost disk would take every case.</numerusform>
            <numerusform>No backup for %n days. A lost disk would take every case.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) without identifiers written: {folder}</source>
        <translation>
            <numerusform>%n film without identifiers written: {folder}</numerusform>
            <numerusform>%n films without identifiers written: {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) go with their films. This can&apos;t be undone.</source>
        <translation>
            <numerusform>%n case goes with its films. This can&apos;t be undone.</numerusform>
            <numerusform>%n cases go with their films. This can&apos;t be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) deleted.</source>
        <translation>
            <numerusform>%n case deleted.</numerusform>
            <numerusform>%n cases deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are damaged:</source>
        <translation>
            <numerusform>%n part is damaged:</numerusform>
            <numerusform>%n parts are damaged:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) were left out.</source>
        <translation>
            <numerusform>%n film was left out.</numerusform>
            <numerusform>%n films were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n further result(s) of this case are not shown.</source>
        <translation>
            <numerusform>%n further result of this case is not shown.</numerusform>
            <numerusform>%n further results of this case are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n line not understood</numerusform>
            <numerusform>%n lines not understood</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>%n case(s) wait for your second reading, asked by {who}.</source>
        <translation>
            <numerusform>%n case waits for your second reading, asked by {who}.</numerusform>
            <numerusform>%n cases wait for your second reading, asked by {who}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message numerus="yes">
        <source>Red flags (%n)</source>
        <translation>
            <numerusform>Red flags (%n)</numerusform>
            <numerusform>Red flags (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Corrections without a place (%n)</source>
        <translation>
            <numerusform>Corrections without a place (%n)</numerusform>
            <numerusform>Corrections without a place (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message numerus="yes">
        <source>{file}, {build}, holds %n person(s):</source>
        <translation>
            <numerusform>{file}, {build}, holds %n person:</numerusform>
            <numerusform>{file}, {build}, holds %n persons:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreenLines</name>
    <message numerus="yes">
        <source>Looked for among %n pair(s) of drugs.</source>
        <translation>
            <numerusform>Looked for among %n pair of drugs.</numerusform>
            <numerusform>Looked for among %n pairs of drugs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No match among %n pair(s) of drugs.</source>
        <translation>
            <numerusform>No match among %n pair of drugs.</numerusform>
            <numerusform>No match among %n pairs of drugs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n line(s) of the sources were not understood.</source>
        <translation>
            <numerusform>%n line of the sources was not understood.</numerusform>
            <numerusform>%n lines of the sources were not understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message numerus="yes">
        <source>You sign %n film(s):</source>
        <translation>
            <numerusform>You sign %n film:</numerusform>
            <numerusform>You sign %n films:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have no clinician&apos;s word yet.</source>
        <translation>
            <numerusform>%n finding has no clinician&apos;s word yet.</numerusform>
            <numerusform>%n findings have no clinician&apos;s word yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has said what %n film(s) show: {films}. There is no score and no clinician&apos;s word. Look at them, and write what they show into the note before you sign.</source>
        <translation>
            <numerusform>Nobody has said what %n film shows: {films}. There is no score and no clinician&apos;s word. Look at it, and write what it shows into the note before you sign.</numerusform>
            <numerusform>Nobody has said what %n films show: {films}. There is no score and no clinician&apos;s word. Look at them, and write what they show into the note before you sign.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>%n film(s) are still being screened.</source>
        <translation>
            <numerusform>%n film is still being screened.</numerusform>
            <numerusform>%n films are still being screened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait and are opened after you sign in.</source>
        <translation>
            <numerusform>%n item waits and is opened after you sign in.</numerusform>
            <numerusform>%n items wait and are opened after you sign in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passphrases. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong passphrases. Try again in %n second.</numerusform>
            <numerusform>Too many wrong passphrases. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message numerus="yes">
        <source>%n case(s) arrived. They stand on the list.</source>
        <translation>
            <numerusform>%n case arrived. It stands on the list.</numerusform>
            <numerusform>%n cases arrived. They stand on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them may be of a patient known here: compare.</source>
        <translation>
            <numerusform>%n of them may be of a patient known here: compare.</numerusform>
            <numerusform>%n of them may be of a patient known here: compare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message numerus="yes">
        <source>%n film(s) of {patients} patients, {with_} with and {without} without it.</source>
        <translation>
            <numerusform>%n film of {patients} patients, {with_} with and {without} without it.</numerusform>
            <numerusform>%n films of {patients} patients, {with_} with and {without} without it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitsButton</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeksPage</name>
    <message numerus="yes">
        <source>%n screened film(s) wait for your own first reading.</source>
        <translation>
            <numerusform>%n screened film waits for your own first reading.</numerusform>
            <numerusform>%n screened films wait for your own first reading.</numerusform>
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
        <source>%n film(s) went to other cases: {names}. The open case was not changed.</source>
        <translation>
            <numerusform>%n film went to another case: {names}. The open case was not changed.</numerusform>
            <numerusform>%n films went to other cases: {names}. The open case was not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) were here before: {names}. Nothing was changed.</source>
        <translation>
            <numerusform>%n film was here before: {names}. Nothing was changed.</numerusform>
            <numerusform>%n films were here before: {names}. Nothing was changed.</numerusform>
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
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>What you typed in %n field(s) of the case of {name} at {time} was recovered.</source>
        <translation>
            <numerusform>What you typed in %n field of the case of {name} at {time} was recovered.</numerusform>
            <numerusform>What you typed in %n fields of the case of {name} at {time} was recovered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) will be looked at: {with_} with and {without} without it.</source>
        <translation>
            <numerusform>%n film will be looked at: {with_} with and {without} without it.</numerusform>
            <numerusform>%n films will be looked at: {with_} with and {without} without it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name no film in the folder: {names}</source>
        <translation>
            <numerusform>%n line names no film in the folder: {names}</numerusform>
            <numerusform>%n lines name no film in the folder: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) have no label and are left out: {names}</source>
        <translation>
            <numerusform>%n film has no label and is left out: {names}</numerusform>
            <numerusform>%n films have no label and are left out: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) with an open label are left out.</source>
        <translation>
            <numerusform>%n film with an open label is left out.</numerusform>
            <numerusform>%n films with an open label are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) say of a film again what another line says.</source>
        <translation>
            <numerusform>%n line says of a film again what another line says.</numerusform>
            <numerusform>%n lines say of a film again what another line says.</numerusform>
        </translation>
    </message>
</context>
</TS>
