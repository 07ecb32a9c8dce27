<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About MedDx Desktop</source>
        <translation>关于 MedDx Desktop</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>未安装任何模型。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Apache-2.0. Icons: Lucide (ISC). Typeface: SIL OFL 1.1. Qt for Python: LGPL-3.0. The full texts lie in the program&apos;s folder.</source>
        <translation>Apache-2.0。图标：Lucide（ISC）。字体：SIL OFL 1.1。Qt for Python：LGPL-3.0。许可证全文见程序文件夹。</translation>
    </message>
    <message>
        <source>Read all licence texts…</source>
        <translation>阅读全部许可证…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Your new passphrase holds from now on.</source>
        <translation>新口令即刻生效。</translation>
    </message>
    <message>
        <source>Renewing all keys</source>
        <translation>正在更换全部密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n stored film(s) are damaged, so the old key is kept. Restore them from a backup, then renew again.</source>
        <translation>
            <numerusform>%n 张已存胶片损坏，因此保留旧密钥。请从备份恢复这些胶片，再重新更换。</numerusform>
        </translation>
    </message>
    <message>
        <source>All keys are renewed; the old key opens nothing any more.</source>
        <translation>全部密钥已更换；旧密钥再也打不开任何内容。</translation>
    </message>
    <message>
        <source>The new recovery key is on paper. Destroy the old sheet.</source>
        <translation>新的恢复密钥已写在纸上。请销毁旧纸。</translation>
    </message>
    <message>
        <source>The new recovery key was not tested. Issue another one soon.</source>
        <translation>新的恢复密钥尚未核对。请尽快另行生成一个。</translation>
    </message>
    <message>
        <source>Only an owner of this computer may do this.</source>
        <translation>仅本机管理者可以这样做。</translation>
    </message>
</context>
<context>
    <name>AddendumDialog</name>
    <message>
        <source>Addendum</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>This was typed when the program ended. Add it, or throw it away.</source>
        <translation>程序结束时正在输入这些内容。请添加，或丢弃。</translation>
    </message>
    <message>
        <source>Words to add; the case stays as it was signed.</source>
        <translation>要补充的内容；病例保持签署时的原样。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AgainstDialog</name>
    <message>
        <source>Chosen against a check</source>
        <translation>不顾核查提示仍选用</translation>
    </message>
    <message>
        <source>Why do you choose it all the same? It is kept with your name.</source>
        <translation>为何仍选用？理由将连同您的姓名一并保存。</translation>
    </message>
    <message>
        <source>Choose against the check</source>
        <translation>仍选用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>First readings that were locked before the program&apos;s answer was shown, of all readers here. Kappa is the agreement beyond chance: 1 is complete, 0 what chance would give. Several films of one patient make the interval too narrow.</source>
        <translation>本机所有阅片者在看到程序结果之前锁定的初步判断。Kappa 为剔除偶然因素后的一致性：1 为完全一致，0 相当于偶然一致。同一患者有多张片时，区间会偏窄。</translation>
    </message>
    <message>
        <source>No first reading was locked yet.</source>
        <translation>尚无锁定的初步判断。</translation>
    </message>
    <message>
        <source>The condition thought of first</source>
        <translation>首先考虑的疾病</translation>
    </message>
    <message>
        <source>{agreed} of {total} the same</source>
        <translation>{total} 例中 {agreed} 例一致</translation>
    </message>
    <message>
        <source>reader {answer}, model {call}: {number}</source>
        <translation>医师{answer}，模型{call}：{number}</translation>
    </message>
    <message>
        <source>No kappa: both gave one and the same answer each time.</source>
        <translation>无 Kappa 值：双方每次都给出同一答案。</translation>
    </message>
    <message>
        <source>Kappa {value} (95 % interval {low} to {high})</source>
        <translation>Kappa {value}（95% 区间 {low}～{high}）</translation>
    </message>
</context>
<context>
    <name>AlertCard</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Show what raised this</source>
        <translation>显示触发依据</translation>
    </message>
    <message>
        <source>What to do, and where it was seen</source>
        <translation>处理建议与依据位置</translation>
    </message>
    <message>
        <source>{kind}: {name}, perhaps</source>
        <translation>{kind}：{name}（可疑）</translation>
    </message>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}：{name}</translation>
    </message>
    <message>
        <source>For it</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>不支持</translation>
    </message>
</context>
<context>
    <name>AlteredBadge</name>
    <message>
        <source>Show the film as it was corrected (Esc)</source>
        <translation>按校正后的样子显示 (Esc)</translation>
    </message>
    <message>
        <source>Show the film as it was taken (Esc)</source>
        <translation>恢复拍摄时的显示（Esc）</translation>
    </message>
    <message>
        <source>View altered: {what}. Undo</source>
        <translation>视图已改变：{what}。撤销</translation>
    </message>
    <message>
        <source>Flipped</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Rotated 90° right</source>
        <translation>右转90°</translation>
    </message>
    <message>
        <source>Rotated 180°</source>
        <translation>旋转180°</translation>
    </message>
    <message>
        <source>Rotated 90° left</source>
        <translation>左转90°</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>黑白反转</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message numerus="yes">
        <source>The database is older than the store: at least %n entries of its audit trail are missing, and cases may be. Put the right database back or restore the newest backup. No film was deleted.</source>
        <translation>
            <numerusform>数据库比病例库旧：审计记录至少缺少 %n 条，病例也可能缺少。请放回正确的数据库，或恢复最新的备份。没有删除任何胶片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) arrived while it was locked.</source>
        <translation>
            <numerusform>锁定期间到达 %n 项结果。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed result(s) could not be opened; they stay where they are. Screen those films again.</source>
        <translation>
            <numerusform>%n 项封存的结果无法打开，仍保留原处。请重新筛查这些胶片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed sign-in(s) since the last time. If that was nobody you know, tell the owner.</source>
        <translation>
            <numerusform>自上次以来有 %n 次登录失败。如果不是您认识的人，请告知管理者。</numerusform>
        </translation>
    </message>
    <message>
        <source>The recovery key was used. Issue a new one now; the old one still opens.</source>
        <translation>恢复密钥已被使用。请立即生成新的；旧的仍可打开。</translation>
    </message>
    <message>
        <source>The recovery key was used. Ask the owner to issue a new one.</source>
        <translation>恢复密钥已被使用。请管理者生成新的。</translation>
    </message>
    <message>
        <source>Nobody has tested the recovery key on paper. Issue a new one now.</source>
        <translation>纸上的恢复密钥尚未核对。请立即生成新的。</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>新的恢复密钥…</translation>
    </message>
    <message>
        <source>You are signed in as the owner. To read films, switch to {name} (Ctrl+Shift+L).</source>
        <translation>您以管理者身份登录。要阅片，请切换到 {name}（Ctrl+Shift+L）。</translation>
    </message>
    <message>
        <source>You are signed in as the owner. Add a clinician under “Users”: an owner can&apos;t decide on findings or sign.</source>
        <translation>您以管理者身份登录。请在“用户”中添加医师：管理者不能对所见作决定，也不能签名。</translation>
    </message>
</context>
<context>
    <name>AskSecondReaderDialog</name>
    <message>
        <source>Second reader</source>
        <translation>第二阅片者</translation>
    </message>
    <message>
        <source>Another clinician decides on every finding anew and finishes the case. Where you differ, the case says so, and a signature needs a reason.</source>
        <translation>另一位医师将重新判断每项发现并完成此病例。若双方意见不同，病例会注明，签署时须写明理由。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提请</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AssessmentPanel</name>
    <message>
        <source>Nothing to assess</source>
        <translation>暂无评估内容</translation>
    </message>
    <message>
        <source>Open a case to see its findings.</source>
        <translation>打开病例以查看所见。</translation>
    </message>
    <message>
        <source>Fold the assessment</source>
        <translation>折叠评估栏</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>未评估项目</translation>
    </message>
    <message>
        <source>Everything else a film can show.</source>
        <translation>胶片可能显示的其他一切。</translation>
    </message>
    <message>
        <source>Film {number} of {count}: {name}</source>
        <translation>第 {number} 张，共 {count} 张：{name}</translation>
    </message>
</context>
<context>
    <name>AssessmentRail</name>
    <message>
        <source>Show the assessment</source>
        <translation>展开评估栏</translation>
    </message>
    <message>
        <source>Critical result: tell somebody now</source>
        <translation>危急值：请立即通知</translation>
    </message>
    <message>
        <source>Shown after your own reading</source>
        <translation>待您先行判断后显示</translation>
    </message>
</context>
<context>
    <name>AssessmentSiteDialog</name>
    <message>
        <source>Assessment at this site</source>
        <translation>本机构的评估设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Place and tests</source>
        <translation>场所与检查</translation>
    </message>
    <message>
        <source>How common here</source>
        <translation>本地患病率</translation>
    </message>
    <message>
        <source>Reader and program</source>
        <translation>医师与程序</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Where patients are seen</source>
        <translation>接诊场所</translation>
    </message>
    <message>
        <source>Published priors hold for the place they were measured at.</source>
        <translation>已发表的验前概率只适用于其测定的场所。</translation>
    </message>
    <message>
        <source>Tests that can be done here; only these are proposed</source>
        <translation>本机构可开展的检查；只建议这些检查</translation>
    </message>
    <message>
        <source>Nobody has said yet which tests there are: all of them are proposed.</source>
        <translation>尚未说明可开展哪些检查：目前建议全部检查。</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Show older entries</source>
        <translation>显示更早的记录</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Monthly summary…</source>
        <translation>月度汇总…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Verifying every entry</source>
        <translation>正在逐条验证</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>No entry fits. Widen the dates or choose everybody.</source>
        <translation>没有符合条件的记录。请放宽日期，或选择“所有人”。</translation>
    </message>
    <message>
        <source>Whole: {n} entries, head {head}.</source>
        <translation>完整：共 {n} 条，末尾标记 {head}。</translation>
    </message>
    <message>
        <source>It agrees with the paper.</source>
        <translation>与纸上的标记一致。</translation>
    </message>
    <message>
        <source>Type a printed head to see that its end was not cut.</source>
        <translation>输入打印的标记，可确认末尾没有被截去。</translation>
    </message>
    <message>
        <source>Printed head</source>
        <translation>打印的标记</translation>
    </message>
    <message>
        <source>The audit mark on a signed report or a monthly sheet; several with spaces.</source>
        <translation>已签署报告或月度汇总上的审计标记；多个用空格隔开。</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>病例编号</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A stick or another disk</source>
        <translation>U 盘或另一块硬盘</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Copying and proving</source>
        <translation>正在复制并核对</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个病例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>{counted}; all of it encrypted.</source>
        <translation>{counted}；全部加密。</translation>
    </message>
    <message>
        <source>Last backup: just now, {place}</source>
        <translation>上次备份：刚刚，{place}</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) copied</source>
        <translation>
            <numerusform>复制 %n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>{told}; all proven by reading them back.</source>
        <translation>{told}；均已回读核对。</translation>
    </message>
    <message>
        <source>Last backup: {when}, {place}</source>
        <translation>上次备份：{when}，{place}</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n there before</source>
        <translation>
            <numerusform>%n 张此前已有</numerusform>
        </translation>
    </message>
    <message>
        <source>none was there before</source>
        <translation>此前没有任何胶片</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) are damaged in the store itself.</source>
        <translation>
            <numerusform>病例库中有 %n 张影像本身已损坏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep older backups: they may hold them whole.</source>
        <translation>请保留较早的备份：其中可能有完好的副本。</translation>
    </message>
    <message>
        <source>Use two sticks in turn, keep one in another building, and unplug them when done. The backup opens with the passphrases of today.</source>
        <translation>请用两个 U 盘轮换，一个放在别处，用完拔下。备份用今天的口令打开。</translation>
    </message>
</context>
<context>
    <name>CalculatorDetail</name>
    <message>
        <source>The chosen calculator</source>
        <translation>所选计算器</translation>
    </message>
    <message>
        <source>Choose a calculator to see what went into it.</source>
        <translation>选择一个计算器，查看其所用数据。</translation>
    </message>
    <message>
        <source>{value}, counted as {used}</source>
        <translation>{value}，按{used}计算</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>from the patient&apos;s data</source>
        <translation>来自患者资料</translation>
    </message>
    <message>
        <source>vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>answered here, not kept</source>
        <translation>在此回答，不保存</translation>
    </message>
    <message>
        <source>Missing: {name}</source>
        <translation>缺少：{name}</translation>
    </message>
    <message>
        <source>Edit patient</source>
        <translation>编辑患者</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>Type the result</source>
        <translation>录入结果</translation>
    </message>
    <message>
        <source>For people from {youngest} to {oldest} years.</source>
        <translation>适用于{youngest}至{oldest}岁。</translation>
    </message>
    <message>
        <source>For people of {youngest} years and older.</source>
        <translation>适用于{youngest}岁及以上。</translation>
    </message>
    <message>
        <source>For people up to {oldest} years.</source>
        <translation>适用于{oldest}岁及以下。</translation>
    </message>
    <message>
        <source>For every age.</source>
        <translation>适用于各年龄。</translation>
    </message>
    <message>
        <source>Not in pregnancy.</source>
        <translation>不适用于妊娠。</translation>
    </message>
</context>
<context>
    <name>CalculatorsModel</name>
    <message>
        <source>Calculator</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Meaning, or what is missing</source>
        <translation>含义或所缺数据</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>肾脏</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝脏</translation>
    </message>
    <message>
        <source>Salts and acid-base</source>
        <translation>电解质与酸碱</translation>
    </message>
    <message>
        <source>Sugar and body mass</source>
        <translation>血糖与体重</translation>
    </message>
    <message>
        <source>Lipids</source>
        <translation>血脂</translation>
    </message>
    <message>
        <source>Blood</source>
        <translation>血液</translation>
    </message>
    <message>
        <source>Heart and vessels</source>
        <translation>心血管</translation>
    </message>
    <message>
        <source>Acutely ill</source>
        <translation>急症</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>{name}  {known} of {all}</source>
        <translation>{name}  {known}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n lack(s) something</source>
        <translation>
            <numerusform>%n项缺少数据</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>{count}：{names}</translation>
    </message>
    <message numerus="yes">
        <source>%n not for this patient</source>
        <translation>
            <numerusform>%n项不适用于此患者</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalculatorsPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) not calculated with</source>
        <translation>
            <numerusform>%n条结果未用于计算</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a calculator</source>
        <translation>查找计算器</translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Newest results within 7 days of each other</source>
        <translation>取彼此相隔7天以内的最新结果</translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>Mean score of the group, 0 to 100</source>
        <translation>该组平均评分，0至100</translation>
    </message>
    <message>
        <source>Share with the finding, %</source>
        <translation>有该所见的比例，%</translation>
    </message>
</context>
<context>
    <name>CaseFoot</name>
    <message>
        <source>More for this case</source>
        <translation>此病例的更多操作</translation>
    </message>
    <message>
        <source>{state}: asked for by {who}</source>
        <translation>{state}：由{who}提请</translation>
    </message>
</context>
<context>
    <name>CaseLines</name>
    <message>
        <source>{name}: confirmed by {who}, {time}; nothing in the case speaks of it now</source>
        <translation>{name}：{who} 于 {time} 确认；病例中现已无相关依据</translation>
    </message>
    <message>
        <source>Nothing that was read speaks clearly for one of the conditions the program knows. That excludes none of them.</source>
        <translation>已读到的内容中，没有明确支持程序所知任何一种疾病的依据；这并不排除其中任何一种。</translation>
    </message>
    <message>
        <source>What to find out next</source>
        <translation>下一步需了解</translation>
    </message>
    <message>
        <source>{test} – for {condition}</source>
        <translation>{test}（针对{condition}）</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Working it out anew…</source>
        <translation>正在重新评估…</translation>
    </message>
    <message>
        <source>No assessment</source>
        <translation>无法评估</translation>
    </message>
    <message numerus="yes">
        <source>Little for these: %n</source>
        <translation>
            <numerusform>依据很少：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not for this patient: %n</source>
        <translation>
            <numerusform>不适用于该患者：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm another condition</source>
        <translation>确认其他疾病</translation>
    </message>
    <message>
        <source>tests here not stated</source>
        <translation>未说明可开展的检查</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) here</source>
        <translation>
            <numerusform>可开展 %n 项检查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own prior(s)</source>
        <translation>
            <numerusform>%n 项本地验前概率</numerusform>
        </translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>疾病</translation>
    </message>
    <message>
        <source>What assessments rest on here: place, tests, priors</source>
        <translation>评估所依据的本地设置：场所、检查、验前概率</translation>
    </message>
    <message>
        <source>Little was found for these; that is never the same as excluded.</source>
        <translation>对这些疾病所见依据很少；这不等于已排除。</translation>
    </message>
</context>
<context>
    <name>CaseRecord</name>
    <message>
        <source>{finding}: {word}</source>
        <translation>{finding}：{word}</translation>
    </message>
    <message>
        <source>Signed by {who}, {time}</source>
        <translation>{who}签署，{time}</translation>
    </message>
    <message>
        <source>Reopened after it was signed</source>
        <translation>签署后已重新打开</translation>
    </message>
    <message>
        <source>Readers disagreed; settled: {reason}</source>
        <translation>阅片意见曾不一致；最终依据：{reason}</translation>
    </message>
    <message>
        <source>Audit trail {head}</source>
        <translation>审计记录 {head}</translation>
    </message>
    <message>
        <source>Addendum by {who}, {time}</source>
        <translation>{who}的补充说明，{time}</translation>
    </message>
    <message>
        <source>Critical result, told: {what}</source>
        <translation>危急值（已通知）：{what}</translation>
    </message>
    <message>
        <source>Not told as critical: {what}</source>
        <translation>未作危急值通知：{what}</translation>
    </message>
    <message>
        <source>{why} ({who}, {time})</source>
        <translation>{why}（{who}，{time}）</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check the store</source>
        <translation>检查病例库</translation>
    </message>
    <message>
        <source>Reads every page, every stored film and every entry of the audit trail.</source>
        <translation>读取每一页、每一张影像和每一条审计记录。</translation>
    </message>
    <message>
        <source>What is damaged</source>
        <translation>损坏的部分</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Reading all of the store</source>
        <translation>正在读取整个病例库</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit entry(s)</source>
        <translation>
            <numerusform>%n 条审计记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is whole: {counted}.</source>
        <translation>全部完好：{counted}。</translation>
    </message>
    <message>
        <source>Something is damaged. Keep this computer as it is, make no new backup over an old one, and restore the newest whole backup beside it.</source>
        <translation>有损坏。请保持这台电脑现状，不要用新备份覆盖旧备份，并把最新的完好备份恢复到旁边的文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>The database, at %n place(s)</source>
        <translation>
            <numerusform>数据库有 %n 处损坏</numerusform>
        </translation>
    </message>
    <message>
        <source>A film of case {case}</source>
        <translation>病例 {case} 的一张影像</translation>
    </message>
    <message>
        <source>Check a model on films of this site</source>
        <translation>用本站点的胶片验证模型</translation>
    </message>
    <message>
        <source>Run the check</source>
        <translation>开始验证</translation>
    </message>
    <message>
        <source>Another check</source>
        <translation>再做一次验证</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Looking at the labels</source>
        <translation>正在查看标签</translation>
    </message>
    <message>
        <source>Looking at the films</source>
        <translation>正在查看胶片</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>No single drug: nothing was checked.</source>
        <translation>非单一药物，未作核查。</translation>
    </message>
    <message>
        <source>No dose before the open questions are answered.</source>
        <translation>待答问题未答复前不给出剂量。</translation>
    </message>
    <message>
        <source>No dose: a check says to avoid it.</source>
        <translation>核查提示应避免，不给出剂量。</translation>
    </message>
    <message>
        <source>Dose not shown: it needs adjusting ({kinds}). See the reason below.</source>
        <translation>不显示剂量：须按{kinds}调整，理由见下。</translation>
    </message>
    <message>
        <source>No dose was read for a patient like this, or the words below state it.</source>
        <translation>来源中无适用于此类患者的剂量，或剂量见下文。</translation>
    </message>
    <message>
        <source>{guideline}, {year}, {section}</source>
        <translation>{guideline}，{year}年，{section}</translation>
    </message>
    <message>
        <source>Against a check, because: {reason}</source>
        <translation>不顾核查提示，理由：{reason}</translation>
    </message>
    <message>
        <source>no dose</source>
        <translation>无剂量</translation>
    </message>
    <message>
        <source>It was chosen with another dose: {dose}. Choose it again or not.</source>
        <translation>选用时剂量不同：{dose}。请重新决定是否选用。</translation>
    </message>
    <message>
        <source>Take the choice back</source>
        <translation>撤回选用</translation>
    </message>
    <message>
        <source>I choose this</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>I choose this all the same…</source>
        <translation>仍要选用…</translation>
    </message>
    <message>
        <source>Kept in the case; nothing is ordered</source>
        <translation>仅记入病例，不开具医嘱</translation>
    </message>
</context>
<context>
    <name>ChooseTestDialog</name>
    <message>
        <source>Which test was meant?</source>
        <translation>是哪个检验项目？</translation>
    </message>
    <message>
        <source>Find a test</source>
        <translation>查找项目</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>检验项目</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) at the top fit the name.</source>
        <translation>
            <numerusform>最上面%n个项目与名称相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent stays as it is; your choice is kept beside it.</source>
        <translation>原始内容保持不变，您的选择另行记录。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ClockBanner</name>
    <message>
        <source>The clock is right</source>
        <translation>时钟无误</translation>
    </message>
    <message>
        <source>Only an owner can say so.</source>
        <translation>仅管理者可以确认。</translation>
    </message>
    <message>
        <source>The clock of this computer stands {time} before the newest record, so no age is counted. Set date and time, then sign in again.</source>
        <translation>本机时钟比最新记录早 {time}，因此不计算年龄。请校正日期和时间，再重新登录。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Which code?</source>
        <translation>哪个编码？</translation>
    </message>
    <message>
        <source>Find by words, or type a code such as R50.9</source>
        <translation>按词语查找，或输入编码，如 R50.9</translation>
    </message>
    <message>
        <source>Find a code</source>
        <translation>查找编码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>ICD-10-CM is the edition of the United States.</source>
        <translation>ICD-10-CM 为美国版本。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for codes…</source>
        <translation>正在查找编码…</translation>
    </message>
    <message>
        <source>No code was found for these words.</source>
        <translation>未找到与这些词语对应的编码。</translation>
    </message>
    <message>
        <source>No code came with this mention. Find one by words.</source>
        <translation>此处未附编码，请按词语查找。</translation>
    </message>
    <message>
        <source>likeness {score} %</source>
        <translation>相似度 {score}%</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open films…</source>
        <translation>打开胶片(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <translation>粘贴文件(&amp;P)</translation>
    </message>
    <message>
        <source>Read a paper report…</source>
        <translation>读取纸质报告…</translation>
    </message>
    <message>
        <source>Open &amp;demonstration</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Watch a folder…</source>
        <translation>监视文件夹(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>停止监视(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Screening &amp;list…</source>
        <translation>筛查名单(&amp;L)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>病历(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Labs</source>
        <translation>检验(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Vital signs</source>
        <translation>生命体征(&amp;V)</translation>
    </message>
    <message>
        <source>Show &amp;worklist</source>
        <translation>显示工作列表(&amp;W)</translation>
    </message>
    <message>
        <source>Show &amp;assessment</source>
        <translation>显示评估(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search the worklist</source>
        <translation>搜索工作列表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next case</source>
        <translation>下一病例(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous case</source>
        <translation>上一病例(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit patient…</source>
        <translation>编辑患者(&amp;E)…</translation>
    </message>
    <message>
        <source>Enter &amp;age and sex for films…</source>
        <translation>为胶片填写年龄和性别(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Screen again</source>
        <translation>重新筛查(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Take off the list</source>
        <translation>移出列表(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Filter the worklist</source>
        <translation>筛选工作列表(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Compare patients…</source>
        <translation>比较患者(&amp;C)…</translation>
    </message>
    <message>
        <source>Se&amp;parate joined cases</source>
        <translation>拆分已合并的病例(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Treatment…</source>
        <translation>治疗(&amp;T)…</translation>
    </message>
    <message>
        <source>Si&amp;gn…</source>
        <translation>签署(&amp;G)…</translation>
    </message>
    <message>
        <source>Ask for a second &amp;reader…</source>
        <translation>提请第二阅片者(&amp;R)…</translation>
    </message>
    <message>
        <source>Cr&amp;itical result…</source>
        <translation>危急值(&amp;I)…</translation>
    </message>
    <message>
        <source>Somebody was t&amp;old…</source>
        <translation>登记危急值通知(&amp;O)…</translation>
    </message>
    <message>
        <source>A&amp;ddendum…</source>
        <translation>补充说明(&amp;D)…</translation>
    </message>
    <message>
        <source>Reope&amp;n…</source>
        <translation>重新打开(&amp;N)…</translation>
    </message>
    <message>
        <source>Follow-&amp;up…</source>
        <translation>随访(&amp;U)…</translation>
    </message>
    <message>
        <source>Entered fro&amp;m paper…</source>
        <translation>纸质单补录(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Check the store…</source>
        <translation>检查病例库(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>移交(&amp;H)…</translation>
    </message>
    <message>
        <source>Films without &amp;identifiers…</source>
        <translation>导出去标识影像(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Take over…</source>
        <translation>接收(&amp;T)…</translation>
    </message>
    <message>
        <source>Re&amp;moved cases…</source>
        <translation>已移除的病例(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Erase patient…</source>
        <translation>抹除患者(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Keeping records…</source>
        <translation>保存期限(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Site thresholds…</source>
        <translation>站点阈值(&amp;S)…</translation>
    </message>
    <message>
        <source>Assessme&amp;nt at this site…</source>
        <translation>本机构的评估设置(&amp;N)…</translation>
    </message>
    <message>
        <source>Site&apos;s n&amp;umbers…</source>
        <translation>本站数据(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Audit trail…</source>
        <translation>审计记录(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;witch user</source>
        <translation>切换用户(&amp;W)</translation>
    </message>
    <message>
        <source>Change my &amp;passphrase…</source>
        <translation>更改我的口令(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Users…</source>
        <translation>用户(&amp;U)…</translation>
    </message>
    <message>
        <source>New &amp;recovery key…</source>
        <translation>新的恢复密钥(&amp;R)…</translation>
    </message>
    <message>
        <source>Renew all &amp;keys…</source>
        <translation>更换全部密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Check a mode&amp;l here…</source>
        <translation>在本站点验证模型(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;About MedDx Desktop</source>
        <translation>关于 MedDx Desktop(&amp;A)</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>用户指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>病例(&amp;C)</translation>
    </message>
    <message>
        <source>Rec&amp;ords</source>
        <translation>档案(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Sign-in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>全灰阶</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>From the file {number}</source>
        <translation>文件自带 {number}</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Lung detail</source>
        <translation>肺细节</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Nearly all grey values of this film</source>
        <translation>此片几乎全部灰度值</translation>
    </message>
    <message>
        <source>The darker grey values of this film</source>
        <translation>此片较暗的灰度值</translation>
    </message>
    <message>
        <source>The brighter grey values of this film</source>
        <translation>此片较亮的灰度值</translation>
    </message>
    <message>
        <source>The middle grey values of this film</source>
        <translation>此片中间的灰度值</translation>
    </message>
    <message>
        <source>As the file offers it</source>
        <translation>按文件所给</translation>
    </message>
</context>
<context>
    <name>CompareDaysDialog</name>
    <message>
        <source>Compare two days</source>
        <translation>比较两天</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Second day</source>
        <translation>第二天</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Results of two days</source>
        <translation>两天的结果</translation>
    </message>
</context>
<context>
    <name>ComparePatientsDialog</name>
    <message>
        <source>One person, or two?</source>
        <translation>是同一人，还是两个人？</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>As one person both stay as they are and are listed as visits; it can be undone. Kept apart, this is not asked again.</source>
        <translation>判为同一人后，两个病例内容不变，列为同一人的多次就诊，可以撤销。判为两人后不再询问。</translation>
    </message>
    <message>
        <source>A clinician or the owner has to decide this.</source>
        <translation>须由医师或所有者判断。</translation>
    </message>
    <message>
        <source>Both cases have the same patient ID.</source>
        <translation>两个病例的患者编号相同。</translation>
    </message>
    <message>
        <source>Both cases hold the very same film.</source>
        <translation>两个病例含有同一张胶片。</translation>
    </message>
    <message>
        <source>Both cases hold films of one study.</source>
        <translation>两个病例含有同一次检查的胶片。</translation>
    </message>
    <message>
        <source>Both cases have nearly the same name and the same birth date.</source>
        <translation>两个病例姓名相近，出生日期相同。</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>本病例</translation>
    </message>
    <message>
        <source>Other case</source>
        <translation>另一病例</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>one side only</source>
        <translation>仅一方填写</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张胶片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个病例</numerusform>
        </translation>
    </message>
    <message>
        <source>newest {date}</source>
        <translation>最近 {date}</translation>
    </message>
    <message>
        <source>Same person: merge</source>
        <translation>同一人：合并</translation>
    </message>
    <message>
        <source>Two persons: keep apart</source>
        <translation>两个人：分开</translation>
    </message>
    <message>
        <source>Only a clinician or the owner may decide this.</source>
        <translation>只有医师或所有者可以判断。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
</context>
<context>
    <name>ConditionCard</name>
    <message>
        <source>Show what this rests on</source>
        <translation>显示其依据</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>既往已知</translation>
    </message>
    <message>
        <source>Confirmed by {who}, {time}</source>
        <translation>{who} 于 {time} 确认</translation>
    </message>
    <message>
        <source>Before anything was asked</source>
        <translation>验前概率</translation>
    </message>
    <message>
        <source>With what counts: {band}</source>
        <translation>计入依据后：{band}</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已计入</translation>
    </message>
    <message>
        <source>Shown, not counted</source>
        <translation>已列出、未计入</translation>
    </message>
    <message>
        <source>Not known, would change it most</source>
        <translation>尚未了解、影响最大</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Click again to take it back</source>
        <translation>再次点击可撤回</translation>
    </message>
    <message>
        <source>A clinician says that the patient has this</source>
        <translation>由医师确认该患者患有此病</translation>
    </message>
    <message>
        <source>Confirm: {name}</source>
        <translation>确认：{name}</translation>
    </message>
    <message>
        <source>Treatment…</source>
        <translation>治疗…</translation>
    </message>
    <message>
        <source>Treatment: {name}</source>
        <translation>治疗：{name}</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Confirm a threshold</source>
        <translation>确认阈值</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的口令</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>From now on it decides which films count as found here. A model on trial no longer is, for this finding.</source>
        <translation>此后由它决定本站点哪些胶片判为阳性。试用中的模型对该所见不再是试用。</translation>
    </message>
    <message>
        <source>Your passphrase, {who}</source>
        <translation>{who}，请输入您的口令</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>正在确认</translation>
    </message>
    <message>
        <source>Threshold {threshold} instead of {shipped}, chosen by {who} on {day}. On films of {patients} patients it found {found} of {positives} with the finding ({low} to {high} %) and left {passed} of {negatives} without it. It lapses after {days} days.</source>
        <translation>阈值由{shipped}改为{threshold}，由{who}于{day}选定。在{patients}名患者的胶片中，有该所见的{positives}张检出{found}张（{low}%至{high}%），无该所见的{negatives}张中{passed}张未判为阳性。{days}天后失效。</translation>
    </message>
</context>
<context>
    <name>ConfirmOther</name>
    <message>
        <source>Choose a condition</source>
        <translation>选择疾病</translation>
    </message>
    <message>
        <source>Another condition</source>
        <translation>其他疾病</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>raises</source>
        <translation>升高评分</translation>
    </message>
    <message>
        <source>lowers</source>
        <translation>降低评分</translation>
    </message>
</context>
<context>
    <name>CornerText</name>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>No ID</source>
        <translation>无编号</translation>
    </message>
    <message>
        <source>Birth date unknown</source>
        <translation>出生日期不详</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>Frame {number}/{count}</source>
        <translation>帧 {number}/{count}</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>缩放 {percent} %</translation>
    </message>
    <message>
        <source>Colour picture</source>
        <translation>彩色图片</translation>
    </message>
    <message>
        <source>Grey table of the file</source>
        <translation>文件自带灰度表</translation>
    </message>
    <message>
        <source>W {width}  L {level}</source>
        <translation>窗宽 {width}  窗位 {level}</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>S 形曲线</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>{mm} mm/px at the detector</source>
        <translation>{mm} 毫米/像素（探测器处）</translation>
    </message>
    <message>
        <source>{mm} mm/px of the scanned film</source>
        <translation>{mm} 毫米/像素（扫描胶片）</translation>
    </message>
    <message>
        <source>{mm} mm/px</source>
        <translation>{mm} 毫米/像素</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>It is: {word}</source>
        <translation>应为：{word}</translation>
    </message>
    <message>
        <source>&amp;Not a mention</source>
        <translation>不是有效提及(&amp;N)</translation>
    </message>
    <message>
        <source>Another &amp;code…</source>
        <translation>更改编码(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Take the correction back</source>
        <translation>撤回更正(&amp;T)</translation>
    </message>
    <message>
        <source>Add “{words}” as</source>
        <translation>将“{words}”添加为</translation>
    </message>
    <message>
        <source>not a mention</source>
        <translation>不是有效提及</translation>
    </message>
    <message>
        <source>“{words}”: {word}. Kept as your correction.</source>
        <translation>“{words}”：{word}。已作为您的更正保存。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CriticalDialog</name>
    <message>
        <source>Critical result</source>
        <translation>危急值</translation>
    </message>
    <message>
        <source>What was found that somebody must hear of now?</source>
        <translation>发现了什么必须立即通知的情况？</translation>
    </message>
    <message>
        <source>The case stays open until somebody was told and read it back.</source>
        <translation>在有人接到通知并复述之前，病例保持未结状态。</translation>
    </message>
    <message>
        <source>The case stays signed. It stands at the top of the list until somebody was told and read it back.</source>
        <translation>病例保持已签署状态。在有人接到通知并复述之前，它排在列表最前。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CriticalStrip</name>
    <message>
        <source>Critical result: tell somebody now</source>
        <translation>危急值：请立即通知</translation>
    </message>
    <message>
        <source>Raised by {who}, {time}</source>
        <translation>{who}登记，{time}</translation>
    </message>
    <message>
        <source>In the laboratory results of this case; {who}, {time}</source>
        <translation>见于本病例的检验结果；{who}，{time}</translation>
    </message>
    <message>
        <source>Told…</source>
        <translation>登记通知…</translation>
    </message>
    <message>
        <source>Told of: {what}</source>
        <translation>登记通知：{what}</translation>
    </message>
    <message>
        <source>Your role reads here.</source>
        <translation>您的角色只能查看。</translation>
    </message>
    <message>
        <source>Not critical…</source>
        <translation>非危急…</translation>
    </message>
    <message>
        <source>Not critical: {what}</source>
        <translation>非危急：{what}</translation>
    </message>
    <message>
        <source>A clinician says so.</source>
        <translation>须由医师说明。</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>After {years} years {alive} % alive ({low} to {high} %)</source>
        <translation>{years}年后存活{alive}%（{low}%～{high}%）</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>DateRangeDialog</name>
    <message>
        <source>Cases of these days</source>
        <translation>这些日期的病例</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>显示这些日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DayPapersDialog</name>
    <message>
        <source>Screening list and blank form</source>
        <translation>筛查名单与空白表</translation>
    </message>
    <message>
        <source>Screening list of a day</source>
        <translation>当日筛查名单</translation>
    </message>
    <message>
        <source>Form for a day without power</source>
        <translation>停电日手填表</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A saved or printed list names patients, outside the encrypted store: whoever has it can read it. The audit trail tells of it.</source>
        <translation>保存或打印的名单含患者姓名，且不在加密库内：拿到者即可阅读。审计记录会留痕。</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>正在汇总…</translation>
    </message>
</context>
<context>
    <name>DeidentifyDialog</name>
    <message>
        <source>De-identify and export</source>
        <translation>去标识化并导出</translation>
    </message>
    <message>
        <source>Replace the selected words too</source>
        <translation>将所选文字也替换</translation>
    </message>
    <message>
        <source>Put the chosen words back</source>
        <translation>恢复所选文字</translation>
    </message>
    <message>
        <source>I read the result beside the original: nothing in it tells whose it is.</source>
        <translation>我已对照原文通读结果：其中没有可识别患者身份的内容。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No program finds every name. Select words that are still to go; put back what was taken by mistake.</source>
        <translation>任何程序都无法找出所有姓名。请选中仍需去除的文字；误删的可恢复。</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>已替换内容</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原文字</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The export is a plain file: whoever has it can read it.</source>
        <translation>导出的是未加密文件：任何拿到它的人都能阅读。</translation>
    </message>
    <message>
        <source>Dates: taken out</source>
        <translation>日期：去除</translation>
    </message>
    <message>
        <source>Dates: moved, distances stay</source>
        <translation>日期：平移，间隔不变</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Replacing…</source>
        <translation>正在替换…</translation>
    </message>
    <message>
        <source>Export the de-identified note</source>
        <translation>导出去标识化病历</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>DeidentifyFilmsDialog</name>
    <message>
        <source>De-identify films and export</source>
        <translation>影像去标识并导出</translation>
    </message>
    <message>
        <source>I looked at every film: nothing in it tells whose it is.</source>
        <translation>我已逐幅查看影像：其中没有可识别身份的内容。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No program finds all writing, and a face, a scar or a pacemaker may tell whose it is. Click a mark to keep or cover the place; draw over what is still to go.</source>
        <translation>任何程序都无法找出全部文字，面部、瘢痕或起搏器也可能暴露身份。点击标记可保留或遮盖该处；仍需去除的内容请拖动框选。</translation>
    </message>
    <message>
        <source>The export is plain files: whoever has them can read them.</source>
        <translation>导出的是未加密文件：任何得到它的人都能查看。</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>Places in this picture</source>
        <translation>本图中的位置</translation>
    </message>
    <message>
        <source>Covered: what it says</source>
        <translation>遮盖：文字内容</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Original and result</source>
        <translation>原图与结果</translation>
    </message>
    <message>
        <source>Looking for writing…</source>
        <translation>正在查找文字…</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) can&apos;t be exported:</source>
        <translation>
            <numerusform>%n 幅影像无法导出：</numerusform>
        </translation>
    </message>
    <message>
        <source>This case has no film.</source>
        <translation>该病例没有影像。</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>影像 {number}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A side marker may be among what is covered: look at it.</source>
        <translation>被遮盖处可能含左右标记：请查看。</translation>
    </message>
    <message>
        <source>(drawn)</source>
        <translation>（手动框选）</translation>
    </message>
    <message>
        <source>(not readable)</source>
        <translation>（无法辨认）</translation>
    </message>
    <message>
        <source>Every film, and every frame that changes, has to be looked at first.</source>
        <translation>须先查看每幅影像以及每个有改动的帧。</translation>
    </message>
    <message>
        <source>Export into a new folder</source>
        <translation>导出到新文件夹</translation>
    </message>
    <message>
        <source>films</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写出…</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Locking…</source>
        <translation>正在锁定…</translation>
    </message>
    <message>
        <source>Nobody seems to be there: locking in half a minute. Press any key.</source>
        <translation>似乎无人操作：半分钟后锁定。请按任意键。</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message>
        <source>Films ({patterns})</source>
        <translation>胶片文件 ({patterns})</translation>
    </message>
    <message>
        <source>Open films</source>
        <translation>打开胶片</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds no files. Copy films in the file manager first.</source>
        <translation>剪贴板中没有文件。请先在文件管理器中复制胶片。</translation>
    </message>
    <message>
        <source>Watch a folder for new films</source>
        <translation>监视文件夹中的新胶片</translation>
    </message>
    <message>
        <source>No film waits for an age.</source>
        <translation>没有胶片在等待填写年龄。</translation>
    </message>
    <message>
        <source>Every film of this case has its score.</source>
        <translation>此病例的每张胶片均已有评分。</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open</source>
        <translation>松开即可打开</translation>
    </message>
    <message>
        <source>Films, folders, zip archives, DICOMDIR; several patients make several cases.</source>
        <translation>胶片、文件夹、zip 压缩包、DICOMDIR；多名患者将分为多个病例。</translation>
    </message>
</context>
<context>
    <name>EditFindingDialog</name>
    <message>
        <source>Edit the finding</source>
        <translation>修改发现</translation>
    </message>
    <message>
        <source>What does the film show, in your own words?</source>
        <translation>请用自己的话描述胶片所见。</translation>
    </message>
    <message>
        <source>The model&apos;s finding and earlier words stay in the record.</source>
        <translation>模型的发现和以前的意见都保留在记录中。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Open case not in this list</source>
        <translation>打开的病例不在此列表中</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Empty search and filter</source>
        <translation>清空搜索和筛选</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase patient</source>
        <translation>抹除患者</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久抹除</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>正在抹除</translation>
    </message>
    <message>
        <source>Erased: {counted}.</source>
        <translation>已抹除：{counted}。</translation>
    </message>
    <message>
        <source>{counted}: films, notes, labs and decisions go.</source>
        <translation>{counted}：影像、病历文字、化验和判断都将删除。</translation>
    </message>
    <message>
        <source>This can&apos;t be undone. To erase, type: {word}</source>
        <translation>此操作无法撤销。如要抹除，请输入：{word}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个病例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit trail stays; it knows cases by random numbers only.</source>
        <translation>审计记录保留；其中只有病例的随机编号。</translation>
    </message>
    <message>
        <source>The backup of {day} in {place} holds this patient until it is made anew.</source>
        <translation>{day} 在 {place} 的备份中仍有该患者，直到重新备份。</translation>
    </message>
    <message>
        <source>No backup that this store knows of holds this patient.</source>
        <translation>据本病例库所知，没有备份含有该患者。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) that may be of the same person were not joined, and stay.</source>
        <translation>
            <numerusform>另有 %n 个病例可能属于同一人，但未合并，将保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Show where this stands</source>
        <translation>显示其所在位置</translation>
    </message>
    <message>
        <source>{finding}: said with doubt</source>
        <translation>{finding}：存疑</translation>
    </message>
    <message>
        <source>{finding}: absent</source>
        <translation>{finding}：无</translation>
    </message>
</context>
<context>
    <name>ExampleDialog</name>
    <message>
        <source>An example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>An invented note. Rest over a marked word to see why it was read so; choose a line to see its place.</source>
        <translation>虚构的病历。将指针停在标记处可查看判读依据；选择右侧条目可定位原文。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message numerus="yes">
        <source>Last %n full week(s)</source>
        <translation>
            <numerusform>最近 %n 个整周</numerusform>
        </translation>
    </message>
    <message>
        <source>Private or exact</source>
        <translation>保密或精确</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>已用额度</translation>
    </message>
    <message>
        <source>Save counts…</source>
        <translation>保存计数…</translation>
    </message>
    <message>
        <source>Every count carries random noise, so that nobody can tell whether one person is in it. Nineteen of twenty counts are off by {n} or less.</source>
        <translation>每个计数都加入了随机噪声，无法据此判断某个人是否在内。20 个计数中有 19 个的偏差不超过 {n}。</translation>
    </message>
    <message>
        <source>Counts under {n} are left out after the noise was added. Findings count where a clinician confirmed them in a signed case.</source>
        <translation>加入噪声后小于 {n} 的计数不予列出。仅计入已签署病例中经医师确认的所见。</translation>
    </message>
    <message>
        <source>A week in which nobody was screened looks like any other: a count that stands alone may be noise and nothing else.</source>
        <translation>无人筛查的一周与其他各周看起来一样：孤立的计数可能只是噪声。</translation>
    </message>
    <message>
        <source>Used up this year: {spent} of {total} (epsilon), {left} left.</source>
        <translation>今年已用 {spent}，共 {total}（ε），剩余 {left}。</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) this year.</source>
        <translation>
            <numerusform>今年已导出 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of all years: {n}; what was given away adds up.</source>
        <translation>历年合计 {n}；泄露量逐次累加。</translation>
    </message>
    <message>
        <source>Most private</source>
        <translation>最保密</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>折中</translation>
    </message>
    <message>
        <source>Most exact</source>
        <translation>最精确</translation>
    </message>
    <message>
        <source>{name}: costs {cost} of the budget. Counts are off by up to {error} in 19 of 20 cells; counts under {least} are left out.</source>
        <translation>{name}：占用额度 {cost}。20 个格中有 19 个的偏差不超过 {error}；小于 {least} 的计数不列出。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message numerus="yes">
        <source>Counts by week, finding, age band and sex, for a health authority. Random noise hides whether any one person is in them; one person counts in at most %n cell(s).</source>
        <translation>
            <numerusform>按周、所见、年龄组和性别的计数，供卫生部门使用。随机噪声使人无法判断某个人是否在内；每人最多计入 %n 个格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Private</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Budget of this year</source>
        <translation>今年的额度</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has it can read it. The audit trail tells of it.</source>
        <translation>文件未加密：任何得到它的人都能阅读。审计记录会记下此次导出。</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>FilmCards</name>
    <message>
        <source>A clinician decides</source>
        <translation>由医师决定</translation>
    </message>
    <message>
        <source>Signed; reopen the case to change it</source>
        <translation>已签署；如需更改请重新打开病例</translation>
    </message>
    <message>
        <source>This case holds no film.</source>
        <translation>该病例没有影像。</translation>
    </message>
    <message>
        <source>The film waits for its score.</source>
        <translation>该片正在等待评分。</translation>
    </message>
    <message>
        <source>Scored. What the models say is shown after your own reading.</source>
        <translation>已评分。待您先行阅片后显示模型结果。</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>先行判断</translation>
    </message>
    <message>
        <source>Every finding of this film has a clinician&apos;s word.</source>
        <translation>该片的每项所见均已由医师判定。</translation>
    </message>
</context>
<context>
    <name>FilmLoader</name>
    <message>
        <source>Opening film</source>
        <translation>正在打开胶片</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Films of this case</source>
        <translation>此病例的胶片</translation>
    </message>
    <message>
        <source>Film {number}</source>
        <translation>胶片 {number}</translation>
    </message>
    <message>
        <source>Small pictures</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by state, risk or date</source>
        <translation>按状态、风险或日期筛选</translation>
    </message>
    <message>
        <source>Films that nobody is named on wait here</source>
        <translation>没有患者信息的胶片在此等待</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Empty search and filter</source>
        <translation>清空搜索和筛选</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n unidentified</source>
        <translation>
            <numerusform>%n 个身份不明</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Riskiest first</source>
        <translation>风险最高在前</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>Open critical results stand on top in either order</source>
        <translation>未处理的危急结果始终排在最前</translation>
    </message>
    <message>
        <source>Take this filter away: {filter}</source>
        <translation>取消此筛选：{filter}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>起止日期…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>On trial: nothing is decided on it</source>
        <translation>试用中：不对其作判定</translation>
    </message>
    <message>
        <source>Show where the model looked</source>
        <translation>显示模型关注区域</translation>
    </message>
    <message>
        <source>On trial: not used for sorting</source>
        <translation>试用中：不参与排序</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment on this finding</source>
        <translation>对此所见的备注</translation>
    </message>
    <message>
        <source>model score, 0 to 100</source>
        <translation>模型评分，0 至 100</translation>
    </message>
    <message>
        <source>{model}
SHA-256 {hash}…</source>
        <translation>{model}
SHA-256 校验值 {hash}…</translation>
    </message>
    <message>
        <source>Click again to take it back</source>
        <translation>再次点击即可撤回</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>此前意见</translation>
    </message>
</context>
<context>
    <name>FinishReadingDialog</name>
    <message>
        <source>Finish second reading</source>
        <translation>完成第二次阅片</translation>
    </message>
    <message numerus="yes">
        <source>You differ from {who} on %n finding(s).</source>
        <translation>
            <numerusform>您与{who}在 %n 项发现上意见不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>The case goes to “Readers disagree”; a signature then needs a reason.</source>
        <translation>病例将标为“意见不一致”；之后签署须写明理由。</translation>
    </message>
    <message>
        <source>You agree with {who} on every finding.</source>
        <translation>您与{who}对每项发现意见一致。</translation>
    </message>
    <message>
        <source>You sign as {who}. The case is read-only from then on.</source>
        <translation>您将以{who}的身份签署。此后病例只读。</translation>
    </message>
    <message>
        <source>Finish without agreement</source>
        <translation>以意见不一致结束</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have no word of yours yet.</source>
        <translation>
            <numerusform>您对 %n 项发现尚未表态。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say accept, reject or edit at each finding first.</source>
        <translation>请先对每项发现选择接受、否定或修改。</translation>
    </message>
    <message>
        <source>Back to the findings</source>
        <translation>返回查看发现</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Said nothing</source>
        <translation>未表态</translation>
    </message>
</context>
<context>
    <name>FirstBeside</name>
    <message>
        <source>{who} opened the results without a first reading, {time}</source>
        <translation>{who} 于 {time} 未先行判断即打开结果</translation>
    </message>
    <message>
        <source>First reading of {who}, locked {time}</source>
        <translation>{who} 的初步判断，{time} 锁定</translation>
    </message>
    <message>
        <source>{number}. {name}: the program&apos;s number {place}</source>
        <translation>{number}. {name}：程序排第 {place} 位</translation>
    </message>
    <message>
        <source>{number}. {name}: not among what the program supports</source>
        <translation>{number}. {name}：不在程序支持之列</translation>
    </message>
    <message>
        <source>{finding}: you {answer}, the model {machine}</source>
        <translation>{finding}：医师{answer}，模型{machine}</translation>
    </message>
</context>
<context>
    <name>FirstReading</name>
    <message>
        <source>Your reading first</source>
        <translation>请先行判断</translation>
    </message>
    <message>
        <source>What the program says of this case is shown once your own impression is locked. Danger signs, things to do and films without a score are always shown.</source>
        <translation>锁定您的初步判断后，才显示程序对该病例的结果。危险征象、须处理事项和无评分的影像始终显示。</translation>
    </message>
    <message>
        <source>Conditions, the likeliest first</source>
        <translation>考虑的疾病，最可能者在前</translation>
    </message>
    <message>
        <source>Choose a condition</source>
        <translation>选择疾病</translation>
    </message>
    <message>
        <source>Condition {number}</source>
        <translation>疾病 {number}</translation>
    </message>
    <message>
        <source>What you see on the film</source>
        <translation>您在片上所见</translation>
    </message>
    <message>
        <source>Film {number}: {finding}</source>
        <translation>第 {number} 张：{finding}</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>自行描述</translation>
    </message>
    <message>
        <source>First impression in your own words</source>
        <translation>用自己的话写下初步判断</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>可选填</translation>
    </message>
    <message>
        <source>Lock and show</source>
        <translation>锁定并显示</translation>
    </message>
    <message>
        <source>It can&apos;t be changed afterwards</source>
        <translation>锁定后不可更改</translation>
    </message>
    <message>
        <source>Show without it</source>
        <translation>不判断直接显示</translation>
    </message>
    <message>
        <source>The record says so; this case then counts in no figure</source>
        <translation>将记录在案；该病例不计入统计</translation>
    </message>
</context>
<context>
    <name>FixOffer</name>
    <message>
        <source>The stored film stays as it came. Check the side marker before you go on.</source>
        <translation>存储的原片保持不变。继续之前请核对左右标记。</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>As it would be screened</source>
        <translation>筛查时的样子</translation>
    </message>
    <message>
        <source>Nothing is turned or inverted by itself</source>
        <translation>程序不会自行旋转或反转黑白</translation>
    </message>
    <message>
        <source>Turn 90° to the right and screen</source>
        <translation>向右旋转90°并筛查</translation>
    </message>
    <message>
        <source>Turn by 180° and screen</source>
        <translation>旋转180°并筛查</translation>
    </message>
    <message>
        <source>Turn 90° to the left and screen</source>
        <translation>向左旋转90°并筛查</translation>
    </message>
    <message>
        <source>Un-invert and screen</source>
        <translation>恢复黑白并筛查</translation>
    </message>
    <message>
        <source>Turn 90° to the right, un-invert and screen</source>
        <translation>向右旋转90°、恢复黑白并筛查</translation>
    </message>
    <message>
        <source>Turn by 180°, un-invert and screen</source>
        <translation>旋转180°、恢复黑白并筛查</translation>
    </message>
    <message>
        <source>Turn 90° to the left, un-invert and screen</source>
        <translation>向左旋转90°、恢复黑白并筛查</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow-up</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>That is a Sunday: make sure that somebody is there.</source>
        <translation>这一天是星期日：请确认届时有人接诊。</translation>
    </message>
    <message>
        <source>Set follow-up</source>
        <translation>设定随访</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>%n 周后</numerusform>
        </translation>
    </message>
    <message>
        <source>on a day of your choice</source>
        <translation>自选日期</translation>
    </message>
    <message numerus="yes">
        <source>{what} in %n week(s)</source>
        <translation>
            <numerusform>%n 周后：{what}</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Shortcuts save typing; they recommend nothing.</source>
        <translation>快捷按钮只为省去输入，并非建议。</translation>
    </message>
    <message>
        <source>Follow-ups of this case</source>
        <translation>本病例的随访</translation>
    </message>
    <message>
        <source>A clinician sets follow-ups; you can note what was done.</source>
        <translation>随访由医师设定；您可以记录已完成的随访。</translation>
    </message>
</context>
<context>
    <name>FollowUpsView</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>No follow-up is open</source>
        <translation>没有未完成的随访</translation>
    </message>
    <message>
        <source>A clinician sets one in the menu Case, before or after signing.</source>
        <translation>由医师在“病例”菜单中设定，签署前后均可。</translation>
    </message>
    <message>
        <source>This case has no follow-up</source>
        <translation>本病例没有随访</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开病例</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>已完成…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Encrypted here</source>
        <translation>本机加密</translation>
    </message>
    <message>
        <source>Cases are kept encrypted on this computer, and nowhere else.</source>
        <translation>病例加密保存在这台电脑上，不在别处。</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Opening the records…</source>
        <translation>正在打开病历…</translation>
    </message>
    <message>
        <source>Leave now?</source>
        <translation>现在离开？</translation>
    </message>
    <message>
        <source>The recovery key was not tested. It will be asked for at the next sign-in.</source>
        <translation>恢复密钥尚未核对。下次登录时会提醒。</translation>
    </message>
    <message>
        <source>Nothing was made yet. The set-up begins anew at the next start.</source>
        <translation>尚未建立任何内容。下次启动时重新开始设置。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>GateWindow</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>User guide (F1)</source>
        <translation>用户指南（F1）</translation>
    </message>
</context>
<context>
    <name>GeneEntry</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>基因</translation>
    </message>
    <message>
        <source>First allele</source>
        <translation>等位基因1</translation>
    </message>
    <message>
        <source>Second allele</source>
        <translation>等位基因2</translation>
    </message>
    <message>
        <source>Phenotype in the report</source>
        <translation>报告中的表型</translation>
    </message>
</context>
<context>
    <name>GeneTable</name>
    <message>
        <source>Gene</source>
        <translation>基因</translation>
    </message>
    <message>
        <source>Alleles</source>
        <translation>等位基因</translation>
    </message>
    <message>
        <source>Phenotype</source>
        <translation>表型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>the file calls the person {sample}, the case {patient}</source>
        <translation>文件中姓名为{sample}，病例患者为{patient}</translation>
    </message>
    <message>
        <source>{severity}: {drug}</source>
        <translation>{severity}：{drug}</translation>
    </message>
    <message>
        <source>Nothing is said of a drug; rules ask this gene for: {list}</source>
        <translation>现有结果未涉及用药建议；涉及该基因的药物：{list}</translation>
    </message>
</context>
<context>
    <name>GenesPage</name>
    <message>
        <source>Read a VCF…</source>
        <translation>读取VCF…</translation>
    </message>
    <message>
        <source>Nothing is known of: {list}. That is never the same as normal.</source>
        <translation>以下基因未知：{list}。未知不等于正常。</translation>
    </message>
    <message>
        <source>Read from {build}: {said} of {all} genes have a phenotype.</source>
        <translation>已按{build}读取：{all}个基因中{said}个得出表型。</translation>
    </message>
    <message>
        <source>The file calls the person {sample}; the case is of {patient}. The program does not compare the two: you do.</source>
        <translation>文件中姓名为{sample}，病例患者为{patient}。程序不比对二者，请您核对。</translation>
    </message>
    <message>
        <source>VCF files</source>
        <translation>VCF文件</translation>
    </message>
    <message>
        <source>Read genes from a VCF</source>
        <translation>从VCF读取基因</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Reading genes</source>
        <translation>正在读取基因</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>指南各页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over cases</source>
        <translation>移交病例</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>哪些病例</translation>
    </message>
    <message>
        <source>The open case</source>
        <translation>当前打开的病例</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) that the list shows</source>
        <translation>
            <numerusform>列表中显示的 %n 个病例</numerusform>
        </translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Packing and encrypting</source>
        <translation>正在打包并加密</translation>
    </message>
    <message>
        <source>Written. Send the file, then telephone: tell the passphrase, and let them compare this fingerprint: {fingerprint}</source>
        <translation>已写入。发送文件后请打电话：告知口令，并请对方核对指纹：{fingerprint}</translation>
    </message>
    <message>
        <source>Hand over into</source>
        <translation>移交到</translation>
    </message>
    <message>
        <source>Cases ({pattern})</source>
        <translation>病例（{pattern}）</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>The file leaves this computer encrypted. Whoever has file and passphrase reads everything in it: never send both the same way.</source>
        <translation>文件以加密形式离开这台电脑。同时拿到文件和口令的人能看到全部内容：切勿用同一途径发送两者。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
</context>
<context>
    <name>HeatControl</name>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>This film has no score, and so no heat map.</source>
        <translation>此片无评分，因此没有热力图。</translation>
    </message>
    <message>
        <source>Shown after your own reading.</source>
        <translation>待您先行判断后显示。</translation>
    </message>
    <message>
        <source>There is no heat map for this finding.</source>
        <translation>此所见没有热力图。</translation>
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>Heat map opacity</source>
        <translation>热力图不透明度</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Heat map: {finding}</source>
        <translation>热力图：{finding}</translation>
    </message>
</context>
<context>
    <name>IdentityBox</name>
    <message>
        <source>The results name another patient than the open case.</source>
        <translation>结果中的患者与当前病例不是同一人。</translation>
    </message>
    <message>
        <source>I compared both: it is the same person</source>
        <translation>我已核对双方信息：是同一人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>当前病例</translation>
    </message>
    <message>
        <source>In the source</source>
        <translation>来源中</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>ImageActions</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Turn and flip</source>
        <translation>旋转与翻转</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗宽窗位</translation>
    </message>
    <message>
        <source>Frames and films</source>
        <translation>帧与胶片</translation>
    </message>
    <message>
        <source>On the film</source>
        <translation>胶片上的显示</translation>
    </message>
    <message>
        <source>&amp;Window/Level</source>
        <translation>窗宽/窗位(&amp;W)</translation>
    </message>
    <message>
        <source>Drag: across for contrast, up and down for brightness</source>
        <translation>拖动：左右调对比度，上下调亮度</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>Drag to move the film (or Space and drag)</source>
        <translation>拖动以移动胶片（或按空格键拖动）</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Drag up and down to zoom (or the right button)</source>
        <translation>上下拖动以缩放（或用右键）</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole film (double click)</source>
        <translation>显示整张胶片（双击）</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>One screen pixel for each pixel of the film</source>
        <translation>胶片的每个像素对应屏幕的一个像素</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl and wheel)</source>
        <translation>放大（Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl and wheel)</source>
        <translation>缩小（Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <source>Rotate the view 90° to the left</source>
        <translation>将视图向左旋转90°</translation>
    </message>
    <message>
        <source>&amp;Rotate right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Rotate the view 90° to the right</source>
        <translation>将视图向右旋转90°</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flip the view left to right; a mark stays until undone</source>
        <translation>左右翻转视图；撤销前一直有标记</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Flip the view top to bottom; a mark stays until undone</source>
        <translation>上下翻转视图；撤销前一直有标记</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>黑白反转(&amp;I)</translation>
    </message>
    <message>
        <source>Exchange black and white; a mark stays until undone</source>
        <translation>黑白互换；撤销前一直有标记</translation>
    </message>
    <message>
        <source>As taken</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Undo flips, turns and inversion</source>
        <translation>撤销翻转、旋转和反转</translation>
    </message>
    <message>
        <source>Re&amp;set view</source>
        <translation>重置视图(&amp;S)</translation>
    </message>
    <message>
        <source>Undo zoom, turns, flips and window</source>
        <translation>撤销缩放、旋转、翻转和窗宽窗位</translation>
    </message>
    <message>
        <source>&amp;Default window</source>
        <translation>默认窗宽窗位(&amp;D)</translation>
    </message>
    <message>
        <source>The window that the film opens with</source>
        <translation>胶片打开时的窗宽窗位</translation>
    </message>
    <message>
        <source>Full ran&amp;ge</source>
        <translation>全灰阶(&amp;G)</translation>
    </message>
    <message>
        <source>From the darkest to the brightest pixel</source>
        <translation>从最暗到最亮的像素</translation>
    </message>
    <message>
        <source>&amp;Brighter</source>
        <translation>更亮(&amp;B)</translation>
    </message>
    <message>
        <source>Lower the level by one step</source>
        <translation>窗位降低一档</translation>
    </message>
    <message>
        <source>Dar&amp;ker</source>
        <translation>更暗(&amp;K)</translation>
    </message>
    <message>
        <source>Raise the level by one step</source>
        <translation>窗位升高一档</translation>
    </message>
    <message>
        <source>&amp;More contrast</source>
        <translation>对比度更高(&amp;M)</translation>
    </message>
    <message>
        <source>Narrow the window by one step</source>
        <translation>窗宽收窄一档</translation>
    </message>
    <message>
        <source>&amp;Less contrast</source>
        <translation>对比度更低(&amp;L)</translation>
    </message>
    <message>
        <source>Widen the window by one step</source>
        <translation>窗宽放宽一档</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Previous frame (wheel)</source>
        <translation>上一帧（滚轮）</translation>
    </message>
    <message>
        <source>&amp;Cine</source>
        <translation>动态回放(&amp;C)</translation>
    </message>
    <message>
        <source>Play or pause the frames</source>
        <translation>播放或暂停各帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Next frame (wheel)</source>
        <translation>下一帧（滚轮）</translation>
    </message>
    <message>
        <source>Previous film</source>
        <translation>上一张胶片</translation>
    </message>
    <message>
        <source>Previous film of this case</source>
        <translation>此病例的上一张胶片</translation>
    </message>
    <message>
        <source>Next film</source>
        <translation>下一张胶片</translation>
    </message>
    <message>
        <source>Next film of this case</source>
        <translation>此病例的下一张胶片</translation>
    </message>
    <message>
        <source>Heat &amp;map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Show where the model looked for the selected finding</source>
        <translation>显示模型对所选所见的关注区域</translation>
    </message>
    <message>
        <source>Heat map fainter</source>
        <translation>热力图变淡</translation>
    </message>
    <message>
        <source>Let more of the film shine through</source>
        <translation>让胶片更多地透出</translation>
    </message>
    <message>
        <source>Heat map stronger</source>
        <translation>热力图加深</translation>
    </message>
    <message>
        <source>Let less of the film shine through</source>
        <translation>让胶片更少地透出</translation>
    </message>
    <message>
        <source>Corner &amp;text</source>
        <translation>角落文字(&amp;T)</translation>
    </message>
    <message>
        <source>Patient, film and window beside the film; T hides and shows them</source>
        <translation>胶片旁的患者、胶片和窗宽窗位信息；按 T 键隐藏或显示</translation>
    </message>
</context>
<context>
    <name>ImageTab</name>
    <message>
        <source>No film yet</source>
        <translation>尚无胶片</translation>
    </message>
    <message>
        <source>Drop a film here, or open one (Ctrl+O).</source>
        <translation>将胶片拖到此处，或按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>Open films…</source>
        <translation>打开胶片…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Opening film…</source>
        <translation>正在打开胶片…</translation>
    </message>
    <message>
        <source>Film of {name}</source>
        <translation>{name} 的胶片</translation>
    </message>
</context>
<context>
    <name>ImageToolBar</name>
    <message>
        <source>Image tools</source>
        <translation>图像工具</translation>
    </message>
    <message>
        <source>More image tools</source>
        <translation>更多图像工具</translation>
    </message>
    <message>
        <source>Window preset: {name}</source>
        <translation>窗宽窗位预设：{name}</translation>
    </message>
    <message>
        <source>Window presets (keys 2 to 9, D for the default)</source>
        <translation>窗宽窗位预设（按键 2 至 9，D 为默认）</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Results of {file}</source>
        <translation>{file}中的结果</translation>
    </message>
    <message>
        <source>Results of a text</source>
        <translation>文本中的结果</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Bringing in</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Bring in what is new all the same</source>
        <translation>仍导入其中的新内容</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n条结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n行未能识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有%n条</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring into the case of {name}</source>
        <translation>导入{name}的病例</translation>
    </message>
</context>
<context>
    <name>ImportedPage</name>
    <message>
        <source>Copy these lines</source>
        <translation>复制这些行</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤回此次导入</translation>
    </message>
    <message>
        <source>This file is in the case already; nothing was done.</source>
        <translation>该文件已在病例中，未作任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) brought in.</source>
        <translation>
            <numerusform>已导入%n条结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it was new.</source>
        <translation>其中没有新内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) were in the case already.</source>
        <translation>
            <numerusform>%n条结果病例中已有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier result(s) were corrected or completed.</source>
        <translation>
            <numerusform>%n条先前结果已被更正或补全。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were not understood:</source>
        <translation>
            <numerusform>%n行未能识别：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Imports of this case</source>
        <translation>本病例的导入记录</translation>
    </message>
    <message>
        <source>What is taken back leaves the table and the case; the audit trail says who did it. What was signed before stays in the record, marked. The same file can be brought in again.</source>
        <translation>撤回的内容会从表格和病例中移除，审计记录会注明操作者。此前已签名的内容保留在记录中并加以标记。同一文件可以再次导入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>尚未导入。</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n条结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n行未能识别</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back by {user}</source>
        <translation>已由{user}撤回</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>A signed case keeps its results.</source>
        <translation>已签署的病例保留其结果。</translation>
    </message>
    <message numerus="yes">
        <source>Take %n result(s) out of the table?</source>
        <translation>
            <numerusform>从表中撤出%n条结果？</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take back: {file}</source>
        <translation>撤回：{file}</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Install a model</source>
        <translation>安装模型</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Checking the file and running its sample</source>
        <translation>正在检查文件并运行其样例</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>Signed by this site.</source>
        <translation>由本单位签名。</translation>
    </message>
    <message>
        <source>Signed by {name}.</source>
        <translation>由 {name} 签名。</translation>
    </message>
    <message>
        <source>The signer is not known here. Telephone the sender and type the fingerprint that you are told: the signer is known from then on. Or type the package&apos;s name, on your own word.</source>
        <translation>此处不认识该签名者。请致电发送方，并输入对方告知的指纹，此后即认可该签名者；或输入模型包名称，由您自行负责。</translation>
    </message>
    <message>
        <source>Nobody signed this package: it may come from anybody. To install it all the same, type its name.</source>
        <translation>该模型包无人签名，来源不明。如仍要安装，请输入其名称。</translation>
    </message>
    <message>
        <source>Installed, on trial: its results are shown and sort nothing until it was validated here.</source>
        <translation>已安装，试用中：在本单位验证之前，其结果仅显示，不参与排序。</translation>
    </message>
    <message>
        <source>The version in use stays in use until you choose this one.</source>
        <translation>在您选用此版本之前，仍使用原有版本。</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Fingerprint, as told</source>
        <translation>对方告知的指纹</translation>
    </message>
    <message>
        <source>Or the package&apos;s name</source>
        <translation>或模型包名称</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>{done} of {total} films screened; the rest wait unscored.</source>
        <translation>已筛查 {done}/{total} 张胶片；其余胶片尚无评分，等待筛查。</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LabsModel</name>
    <message>
        <source>Test</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>识别为</translation>
    </message>
</context>
<context>
    <name>LabsTab</name>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A file of results: HL7, FHIR, Excel, CSV, text</source>
        <translation>结果文件：HL7、FHIR、Excel、CSV、文本</translation>
    </message>
    <message>
        <source>From paper…</source>
        <translation>读取纸质件…</translation>
    </message>
    <message>
        <source>A photograph or scan of a report: read, and compared with the paper by you</source>
        <translation>化验单的照片或扫描件：由程序识读，由您与原件核对</translation>
    </message>
    <message>
        <source>No case open</source>
        <translation>未打开病例</translation>
    </message>
    <message>
        <source>Open a case to see its laboratory results.</source>
        <translation>打开病例以查看检验结果。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Risk models</source>
        <translation>风险模型</translation>
    </message>
    <message>
        <source>Typed lines</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Paste a report</source>
        <translation>粘贴报告</translation>
    </message>
    <message>
        <source>Imports of this case…</source>
        <translation>本病例的导入记录…</translation>
    </message>
    <message>
        <source>Course of results…</source>
        <translation>结果趋势…</translation>
    </message>
    <message>
        <source>Compare two days…</source>
        <translation>比较两天…</translation>
    </message>
    <message>
        <source>Whom the ranges are for…</source>
        <translation>参考区间适用于谁…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>LateDialog</name>
    <message>
        <source>Entered from paper</source>
        <translation>纸质单补录</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter vital signs and note as always, then say here when it was. The report shows both times. Results have their own time in the table; a critical result is asked for it when it is entered.</source>
        <translation>生命体征和病历照常录入，然后在此注明发生时间。报告会显示两个时间。检验结果在表中有各自的时间；危急值在录入时询问时间。</translation>
    </message>
    <message>
        <source>What was on paper</source>
        <translation>纸上的内容</translation>
    </message>
    <message>
        <source>What the sheet says of the film</source>
        <translation>纸质单上的阅片意见</translation>
    </message>
    <message>
        <source>{what}: {happened}, {who}; entered {entered} by {by}</source>
        <translation>{what}：{happened}，{who}；由 {by} 于 {entered} 录入</translation>
    </message>
    <message>
        <source>Nothing was entered from paper yet.</source>
        <translation>尚无纸质单补录内容。</translation>
    </message>
</context>
<context>
    <name>LateFields</name>
    <message>
        <source>Entered from paper: it was earlier</source>
        <translation>由纸质单补录：发生在之前</translation>
    </message>
    <message>
        <source>When it was</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Who did it, as the sheet says</source>
        <translation>执行人（按纸质单）</translation>
    </message>
</context>
<context>
    <name>LeaveOutDialog</name>
    <message>
        <source>Leave this result out?</source>
        <translation>不采用此结果？</translation>
    </message>
    <message>
        <source>It stays in the table, struck out with your reason, and is neither calculated with nor compared.</source>
        <translation>结果仍留在表中，加删除线并注明理由，不参与计算和比较。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Another patient&apos;s specimen</source>
        <translation>他人标本</translation>
    </message>
    <message>
        <source>Specimen damaged</source>
        <translation>标本不合格</translation>
    </message>
    <message>
        <source>Taken from the arm with the infusion</source>
        <translation>采自输液侧手臂</translation>
    </message>
    <message>
        <source>Does not fit the patient; repeated</source>
        <translation>与患者情况不符，已复查</translation>
    </message>
    <message>
        <source>Or another reason</source>
        <translation>或其他理由</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LeftOutTab</name>
    <message>
        <source>Film</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Why it is in no figure</source>
        <translation>未计入指标的原因</translation>
    </message>
    <message>
        <source>Films that are in no figure</source>
        <translation>未计入指标的胶片</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Struck out: negated. Raised “?”: possible, “…”: only if it happens. Paler: in the past or of a relative. Dot: corrected by a person. Frame: red flag.</source>
        <translation>删除线：否认。右上“?”：可疑；“…”：仅在发生时。颜色较浅：既往或亲属。圆点：经人工更正。方框：危险信号。</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licence texts</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Leave this line out</source>
        <translation>不采用此行</translation>
    </message>
    <message>
        <source>Read with doubt: look closely</source>
        <translation>识读存疑：请仔细核对</translation>
    </message>
    <message>
        <source>Line {line}, as read</source>
        <translation>第 {line} 行（识读结果）</translation>
    </message>
    <message>
        <source>Page {page}, line {line}, as read</source>
        <translation>第 {page} 页第 {line} 行（识读结果）</translation>
    </message>
    <message>
        <source>Take this line in again</source>
        <translation>重新采用此行</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>{column} on the paper</source>
        <translation>原件上的{column}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>What do the columns hold?</source>
        <translation>各列是什么内容？</translation>
    </message>
    <message>
        <source>Read tables with these headings so from now on</source>
        <translation>今后按此方式读取相同表头的表格</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First lines of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>Column {heading} holds</source>
        <translation>“{heading}”列的内容</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n条结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n行未能识别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Films at the threshold in use</source>
        <translation>按当前阈值的胶片数</translation>
    </message>
    <message>
        <source>With the finding</source>
        <translation>有该所见</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>无该所见</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>判为阳性</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未判为阳性</translation>
    </message>
</context>
<context>
    <name>MedicationPage</name>
    <message>
        <source>Checked for: {facts}</source>
        <translation>核查依据：{facts}</translation>
    </message>
    <message>
        <source>Not understood, so not checked: {list}</source>
        <translation>无法识别，未核查：{list}</translation>
    </message>
    <message>
        <source>Allergic to: {list}</source>
        <translation>过敏：{list}</translation>
    </message>
    <message>
        <source>The note names no drug that is taken now. That is not the same as none taken: ask, and write them into the note.</source>
        <translation>病历中未提及目前用药。未提及不等于未用药：请询问并写入病历。</translation>
    </message>
    <message>
        <source>The program does not know this drug: nothing was checked.</source>
        <translation>程序不认识此药，未作任何核查。</translation>
    </message>
    <message>
        <source>Something is missing?</source>
        <translation>有遗漏？</translation>
    </message>
    <message>
        <source>Write drugs into the note</source>
        <translation>在病历中写入用药</translation>
    </message>
    <message>
        <source>Enter allergies</source>
        <translation>填写过敏史</translation>
    </message>
</context>
<context>
    <name>MissingDataDialog</name>
    <message>
        <source>Enter age and sex</source>
        <translation>填写年龄和性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Fill selected</source>
        <translation>填入所选行</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Keep and screen</source>
        <translation>保存并筛查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Films without age</source>
        <translation>缺少年龄的影像</translation>
    </message>
    <message numerus="yes">
        <source>Fill %n selected</source>
        <translation>
            <numerusform>填入所选 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>These films carry no age, and the models need one. Write 45y, 18m or 10d. Select the lines that share an age to fill them at once.</source>
        <translation>这些胶片没有年龄，而模型需要年龄。请填写如 45岁、18个月、10天。选中年龄相同的各行可一次填写。</translation>
    </message>
    <message>
        <source>e.g. 3y, 18m or 10d</source>
        <translation>如 3岁、18个月、10天</translation>
    </message>
    <message>
        <source>View</source>
        <translation>体位</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>About the chosen model</source>
        <translation>所选模型的说明</translation>
    </message>
    <message>
        <source>Choose a model in the list.</source>
        <translation>请在列表中选择模型。</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>模型说明卡</translation>
    </message>
    <message>
        <source>On trial: shown, not used for sorting, until it was validated here.</source>
        <translation>试用中：在本单位验证之前仅显示，不参与排序。</translation>
    </message>
    <message>
        <source>waits for a clinician</source>
        <translation>等待医师确认</translation>
    </message>
    <message>
        <source>proven, no longer on trial</source>
        <translation>已验证，不再试用</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>not checked here</source>
        <translation>尚未在本站点验证</translation>
    </message>
    <message>
        <source>The trial of a finding ends when the owner chose a threshold from a check here and a clinician confirmed it.</source>
        <translation>管理者根据本站点的验证选定阈值并由医师确认后，该所见的试用结束。</translation>
    </message>
    <message>
        <source>{finding}: {state}</source>
        <translation>{finding}：{state}</translation>
    </message>
    <message>
        <source>Came with the program.</source>
        <translation>随程序提供。</translation>
    </message>
    <message>
        <source>Signed by this site: {text}</source>
        <translation>由本单位签名：{text}</translation>
    </message>
    <message>
        <source>Signed by {name}: {text}</source>
        <translation>由 {name} 签名：{text}</translation>
    </message>
    <message>
        <source>Signer not known here: {text}. The owner typed the package&apos;s name.</source>
        <translation>此处不认识该签名者：{text}。由负责人输入名称后安装。</translation>
    </message>
    <message>
        <source>Nobody signed it. The owner typed the package&apos;s name.</source>
        <translation>无人签名。由负责人输入名称后安装。</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>It states no figures.</source>
        <translation>未给出指标。</translation>
    </message>
    <message>
        <source>Measured, with 95 % intervals</source>
        <translation>实测指标及 95 % 置信区间</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Can be screened today: {list}</source>
        <translation>目前可筛查：{list}</translation>
    </message>
    <message>
        <source>No model installed</source>
        <translation>未安装模型</translation>
    </message>
    <message>
        <source>{title} ({low} to {high})</source>
        <translation>{title}（{low}至{high}）</translation>
    </message>
</context>
<context>
    <name>ModelNotices</name>
    <message>
        <source>Looking at chosen films after a change</source>
        <translation>变更后复查选定的胶片</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>A threshold for {finding} ({model}) waits for a clinician who confirms it. Until then it changes nothing.</source>
        <translation>{finding}（{model}）的阈值等待医师确认。在此之前不起作用。</translation>
    </message>
    <message numerus="yes">
        <source>The threshold of this site for {finding} ({model}) lapses in %n day(s). Check the model here again before that.</source>
        <translation>
            <numerusform>本站点对{finding}（{model}）的阈值将在 %n 天后失效。请在此之前重新验证模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Check a model here…</source>
        <translation>在本站点验证模型…</translation>
    </message>
    <message>
        <source>{model} gave the last {films} films one and the same score, though they do not look alike. Trust no score of it: have these films and the ones before them read by a clinician, then have the model verified (meddx models verify) or use another version.</source>
        <translation>{model} 对最近{films}张互不相像的胶片给出了完全相同的评分。请勿采信其评分：请由医师阅读这些及此前的胶片，再核验模型（meddx models verify）或改用其他版本。</translation>
    </message>
    <message>
        <source>Read it without the score.</source>
        <translation>请不参考评分阅片。</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Check it here…</source>
        <translation>在本站点验证…</translation>
    </message>
    <message>
        <source>Site thresholds…</source>
        <translation>站点阈值…</translation>
    </message>
    <message>
        <source>Signers and revoked…</source>
        <translation>签名者与吊销…</translation>
    </message>
    <message>
        <source>Look after a change…</source>
        <translation>变更后复查…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>安装…</translation>
    </message>
    <message>
        <source>Use this version…</source>
        <translation>使用此版本…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Model packages ({pattern})</source>
        <translation>模型包 ({pattern})</translation>
    </message>
    <message>
        <source>Install a model</source>
        <translation>安装模型</translation>
    </message>
    <message>
        <source>New films are screened with it; results that are there stay.</source>
        <translation>新胶片将用此版本筛查；已有结果不变。</translation>
    </message>
    <message>
        <source>It is on trial: until it was validated here, its films sort first.</source>
        <translation>该版本试用中：在本单位验证之前，相应胶片排在最前。</translation>
    </message>
    <message>
        <source>Use {name} {version}?</source>
        <translation>使用 {name} {version}？</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>正在切换</translation>
    </message>
    <message>
        <source>Export a model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Written. Tell the receiver your site&apos;s fingerprint by telephone: {text}</source>
        <translation>已写入。请致电接收方，告知本单位指纹：{text}</translation>
    </message>
    <message>
        <source>Remove {name} {version}?</source>
        <translation>移除 {name} {version}？</translation>
    </message>
    <message>
        <source>Results made with it stay. To use it again it has to be installed again.</source>
        <translation>已有结果保留。如要再用，须重新安装。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Monthly summary</source>
        <translation>月度汇总</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>汇总表</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Print it and file it away from this computer: it holds no patient data.</source>
        <translation>请打印并存放在别处：其中没有患者信息。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Spaces and every script are welcome: four unrelated words are fine.</source>
        <translation>空格和任何文字均可：四个不相干的词即可。</translation>
    </message>
    <message numerus="yes">
        <source>At least {least} characters; %n so far.</source>
        <translation>
            <numerusform>至少 {least} 个字符；已输入 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not among the first guesses.</source>
        <translation>不在最先被猜的口令之列。</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入尚不一致。</translation>
    </message>
    <message>
        <source>Typed twice the same way.</source>
        <translation>两次输入一致。</translation>
    </message>
</context>
<context>
    <name>NoCases</name>
    <message>
        <source>No cases yet</source>
        <translation>还没有病例</translation>
    </message>
    <message>
        <source>Drop films here, or press Ctrl+O.</source>
        <translation>把胶片拖到这里，或按 Ctrl+O。</translation>
    </message>
    <message>
        <source>Open demonstration</source>
        <translation>打开演示</translation>
    </message>
</context>
<context>
    <name>NodeBox</name>
    <message>
        <source>Not this patient&apos;s way</source>
        <translation>非本患者路径</translation>
    </message>
    <message>
        <source>This patient comes here</source>
        <translation>本患者到达此处</translation>
    </message>
    <message>
        <source>This patient · answered by {who}, {time}</source>
        <translation>本患者 · {who} {time}作答</translation>
    </message>
    <message>
        <source>This patient · the case says so: {what}</source>
        <translation>本患者 · 依据病例：{what}</translation>
    </message>
    <message>
        <source>This patient · the case says so</source>
        <translation>本患者 · 依据病例</translation>
    </message>
    <message>
        <source>This patient · not known: you answer</source>
        <translation>本患者 · 未知，请作答</translation>
    </message>
    <message>
        <source>This patient waits here: you answer</source>
        <translation>本患者停于此处，请作答</translation>
    </message>
    <message>
        <source>Click again to take your answer back</source>
        <translation>再次点击可撤回作答</translation>
    </message>
</context>
<context>
    <name>NotCriticalDialog</name>
    <message>
        <source>Not critical</source>
        <translation>非危急</translation>
    </message>
    <message>
        <source>Why does nobody need to be told of this result?</source>
        <translation>为何无需通知此结果？</translation>
    </message>
    <message>
        <source>The reason stays in the case, with your name.</source>
        <translation>理由与您的姓名保留在病例中。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>Open a note…</source>
        <translation>打开病历文件…</translation>
    </message>
    <message>
        <source>A text, Word or PDF file; its text comes behind this</source>
        <translation>文本、Word 或 PDF 文件；内容追加在现有文字之后</translation>
    </message>
    <message>
        <source>From paper…</source>
        <translation>读取纸质件…</translation>
    </message>
    <message>
        <source>A photograph or scan of a note: read, and compared with the paper by you</source>
        <translation>病历的照片或扫描件：由程序识读，由您与原件核对</translation>
    </message>
    <message>
        <source>Similar cases here…</source>
        <translation>本地相似病例…</translation>
    </message>
    <message>
        <source>Signed cases of this store whose notes say something alike</source>
        <translation>本机已签署病例中病历内容相近者</translation>
    </message>
    <message>
        <source>De-identify and export…</source>
        <translation>去标识化并导出…</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>查看示例</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Correct the chosen mention, or add the selected words (F2)</source>
        <translation>更正所选提及，或添加选中的文字 (F2)</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Offer to Labs…</source>
        <translation>转至检验…</translation>
    </message>
    <message>
        <source>Look at the lab values of the note as results; nothing is taken over unasked</source>
        <translation>将病历中的检验值作为结果查看；未经确认不会录入</translation>
    </message>
    <message>
        <source>Vital signs…</source>
        <translation>生命体征…</translation>
    </message>
    <message>
        <source>Take vital signs of the note over into the strip; you tick which</source>
        <translation>将病历中的生命体征填入体征栏，由您勾选</translation>
    </message>
    <message>
        <source>A copy without what tells whose it is, looked over by you first</source>
        <translation>去除身份信息的副本，须先由您核对</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>判读结果</translation>
    </message>
    <message numerus="yes">
        <source>Red flags (%n)</source>
        <translation>
            <numerusform>危险信号（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>尚未知悉</translation>
    </message>
    <message>
        <source>The de-identified note was written: {file}</source>
        <translation>去标识化病历已写入：{file}</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>NoteArrivals</name>
    <message>
        <source>Open a case first: a report belongs to a patient.</source>
        <translation>请先打开病例：报告须归属某位患者。</translation>
    </message>
    <message>
        <source>This case can&apos;t be written to now; the report was not opened.</source>
        <translation>此病例当前不可写入，未打开该报告。</translation>
    </message>
    <message>
        <source>Comparing notes</source>
        <translation>正在比较病历</translation>
    </message>
</context>
<context>
    <name>NoteGroups</name>
    <message>
        <source>Problems</source>
        <translation>诊断与疾病</translation>
    </message>
    <message>
        <source>Symptoms and signs</source>
        <translation>症状与体征</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>用药</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>Lab values</source>
        <translation>检验值</translation>
    </message>
    <message>
        <source>Smoking and alcohol</source>
        <translation>吸烟与饮酒</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>P</source>
        <comment>letter: problems</comment>
        <translation>病</translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter: symptoms</comment>
        <translation>症</translation>
    </message>
    <message>
        <source>M</source>
        <comment>letter: medication</comment>
        <translation>药</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter: allergies</comment>
        <translation>敏</translation>
    </message>
    <message>
        <source>V</source>
        <comment>letter: vital signs</comment>
        <translation>征</translation>
    </message>
    <message>
        <source>L</source>
        <comment>letter: lab values</comment>
        <translation>验</translation>
    </message>
    <message>
        <source>H</source>
        <comment>letter: smoking, alcohol</comment>
        <translation>习</translation>
    </message>
    <message>
        <source>O</source>
        <comment>letter: others</comment>
        <translation>他</translation>
    </message>
</context>
<context>
    <name>NoteOfAnotherDialog</name>
    <message>
        <source>A note of another patient?</source>
        <translation>另一位患者的病历？</translation>
    </message>
    <message>
        <source>This note may be of another patient. It differs in: {fields}.</source>
        <translation>此病历可能属于另一位患者。不一致之处：{fields}。</translation>
    </message>
    <message>
        <source>Open case: {name}</source>
        <translation>当前病例：{name}</translation>
    </message>
    <message>
        <source>Named in the note: {name}</source>
        <translation>病历中的姓名：{name}</translation>
    </message>
    <message>
        <source>Put it in only if you know that both are the same person.</source>
        <translation>只有确认两者是同一人时才放入。</translation>
    </message>
    <message>
        <source>Put into this case</source>
        <translation>放入此病例</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>NotePage</name>
    <message>
        <source>Clinical note</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>尚无内容</translation>
    </message>
    <message>
        <source>Problems, medication, allergies and danger signs of the note appear here.</source>
        <translation>病历中的诊断、用药、过敏和危险信号将显示在这里。</translation>
    </message>
    <message>
        <source>Nothing was found in this note</source>
        <translation>未在病历中识别到内容</translation>
    </message>
    <message>
        <source>That does not mean that nothing is there.</source>
        <translation>这并不表示病历中没有重要内容。</translation>
    </message>
</context>
<context>
    <name>NotePaperDialog</name>
    <message>
        <source>A note on paper: {file}</source>
        <translation>纸质病历：{file}</translation>
    </message>
    <message>
        <source>The text as read, to be put right</source>
        <translation>识读出的文字，供修改</translation>
    </message>
    <message>
        <source>I compared every line with the paper</source>
        <translation>我已逐行与原件核对</translation>
    </message>
    <message>
        <source>Put into the note</source>
        <translation>放入病历</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在识读</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to look at closely</source>
        <translation>
            <numerusform>%n 处文字需仔细核对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteVitalsDialog</name>
    <message>
        <source>Vital signs of the note</source>
        <translation>病历中的生命体征</translation>
    </message>
    <message>
        <source>Tick what was measured now. The words of the note stand below each value.</source>
        <translation>请勾选本次测量的数值。每个数值下方为病历原文。</translation>
    </message>
    <message>
        <source>{hint} The day of a weight is entered in the strip.</source>
        <translation>{hint} 体重的测量日期请在体征栏填写。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In the strip: unknown</source>
        <translation>体征栏：未知</translation>
    </message>
    <message>
        <source>In the strip: {values}</source>
        <translation>体征栏：{values}</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Type or paste the clinical note. It is kept with the case as you type.</source>
        <translation>在此键入或粘贴病历。内容随键入自动保存到病例。</translation>
    </message>
    <message>
        <source>No case open</source>
        <translation>未打开病例</translation>
    </message>
    <message>
        <source>Open a case to write its note.</source>
        <translation>打开病例以书写病历。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>NothingFits</name>
    <message>
        <source>No case fits</source>
        <translation>没有符合的病例</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>显示全部病例</translation>
    </message>
    <message>
        <source>Hidden by: {filters}</source>
        <translation>以下条件隐藏了全部病例：{filters}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Show list</source>
        <translation>查看列表</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsRow</name>
    <message>
        <source>Dates: taken out</source>
        <translation>日期：去除</translation>
    </message>
    <message>
        <source>Dates: moved, distances stay</source>
        <translation>日期：平移，间隔不变</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Age, sex, height and weight stay</source>
        <translation>保留年龄、性别、身高、体重</translation>
    </message>
    <message>
        <source>Descriptions stay, cleaned</source>
        <translation>保留描述（清理后）</translation>
    </message>
    <message>
        <source>UIDs stay</source>
        <translation>保留 UID</translation>
    </message>
    <message>
        <source>Whoever has the original can find it again; otherwise there are new ones.</source>
        <translation>持有原件者可据此找回；不选则生成新的 UID。</translation>
    </message>
    <message>
        <source>PA, ERECT and the like stay in the picture</source>
        <translation>图中保留 PA、ERECT 等投照标注</translation>
    </message>
    <message>
        <source>Side markers (L, R) always stay.</source>
        <translation>左右标记（L、R）始终保留。</translation>
    </message>
</context>
<context>
    <name>Overlays</name>
    <message>
        <source>Raw detector data, not for reading</source>
        <translation>探测器原始数据，不可用于阅片</translation>
    </message>
    <message>
        <source>Screening…</source>
        <translation>正在筛查…</translation>
    </message>
</context>
<context>
    <name>OwnPassphraseStep</name>
    <message>
        <source>A new passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Keep and sign in</source>
        <translation>保存并登录</translation>
    </message>
    <message>
        <source>Choose who you are and type a new passphrase. The others keep theirs; the owner can give them new ones under “Users”.</source>
        <translation>请选择您是谁，并输入新口令。其他人的口令不变；管理者可在“用户”中为他们设新口令。</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>您是谁</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the sheet</source>
        <translation>纸面分页</translation>
    </message>
</context>
<context>
    <name>PagesBar</name>
    <message>
        <source>Whole case</source>
        <translation>整个病例</translation>
    </message>
    <message>
        <source>This film</source>
        <translation>当前影像</translation>
    </message>
</context>
<context>
    <name>PairsModel</name>
    <message>
        <source>Test</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第{number}页，共{count}页</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Language on paper</source>
        <translation>纸面语言</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Where the pages end when this is printed</source>
        <translation>打印时的分页位置</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>What to make</source>
        <translation>制作内容</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>FHIR R4 document</source>
        <translation>FHIR R4 文档</translation>
    </message>
    <message>
        <source>DICOM report (SR)</source>
        <translation>DICOM 结构化报告 (SR)</translation>
    </message>
    <message>
        <source>DICOM picture of the film</source>
        <translation>影像的 DICOM 截图</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送往打印机。</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>保存此页</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>PaperImportDialog</name>
    <message>
        <source>I compared every line with the paper</source>
        <translation>我已逐行与原件核对</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n行未能识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 项结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at closely</source>
        <translation>
            <numerusform>%n 项需仔细核对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperOrFilmDialog</name>
    <message>
        <source>Film or paper?</source>
        <translation>胶片还是纸质？</translation>
    </message>
    <message>
        <source>{file} looks like a sheet of paper, not like a film.</source>
        <translation>{file} 看起来像一张纸，不像X线片。</translation>
    </message>
    <message numerus="yes">
        <source>%n more picture(s) do too.</source>
        <translation>
            <numerusform>另有 %n 张图片也是如此。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is read from paper is compared by you before anything is kept.</source>
        <translation>从纸上识读的内容须经您核对，之后才会保存。</translation>
    </message>
    <message>
        <source>To read it as paper, open the patient&apos;s case first and drop it again.</source>
        <translation>如需按纸质报告识读，请先打开该患者的病例，再拖放一次。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It is a film</source>
        <translation>这是X线片</translation>
    </message>
    <message>
        <source>Read as a note</source>
        <translation>按病历识读</translation>
    </message>
    <message>
        <source>Read as a laboratory report</source>
        <translation>按化验单识读</translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>The paper</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message>
        <source>Test</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>On the paper</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考范围</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需核对</translation>
    </message>
    <message>
        <source>Results read from the paper</source>
        <translation>从原件识读的结果</translation>
    </message>
    <message>
        <source>Picture of the value</source>
        <translation>结果的原件图片</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The paper</source>
        <translation>原件</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change my passphrase</source>
        <translation>更改我的口令</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>The capitals are locked (Caps Lock).</source>
        <translation>大写已锁定（Caps Lock）。</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Edit patient</source>
        <translation>编辑患者</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compare with the other case and say who this is</source>
        <translation>与另一病例比较，确认身份</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>No case open</source>
        <translation>未打开病例</translation>
    </message>
    <message>
        <source>Signed: read only</source>
        <translation>已签署：只读</translation>
    </message>
    <message>
        <source>Your role reads here</source>
        <translation>您的角色只能查看</translation>
    </message>
</context>
<context>
    <name>PatientDialog</name>
    <message>
        <source>Edit patient</source>
        <translation>编辑患者</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>None known</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>Allergic to:</source>
        <translation>过敏于：</translation>
    </message>
    <message>
        <source>One per line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏史</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Who signs in</source>
        <translation>谁登录</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Whom the ranges are for</source>
        <translation>参考区间适用于谁</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Trimester {number}</source>
        <translation>孕期第{number}三个月</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write the altitude as a number of metres.</source>
        <translation>请以米为单位填写海拔数字。</translation>
    </message>
    <message>
        <source>e.g. 3y, 18m or 10d</source>
        <translation>例如 3岁、18个月或10天</translation>
    </message>
    <message>
        <source>as this place</source>
        <translation>与本地相同</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Lives at (metres above the sea)</source>
        <translation>居住地海拔（米）</translation>
    </message>
    <message>
        <source>Altitude changes no number: above 1,000 m it is said beside the haemoglobin.</source>
        <translation>海拔不改变任何数值：高于1000米时在血红蛋白旁注明。</translation>
    </message>
    <message>
        <source>A trimester says that she is pregnant, and holds for four weeks.</source>
        <translation>填写孕期即表示已怀孕，有效期四周。</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Confirmed condition</source>
        <translation>已确认的疾病</translation>
    </message>
    <message>
        <source>Confirm a condition in the assessment first. A plan is there for some of them; the drugs that the patient takes are checked without one.</source>
        <translation>请先在评估中确认疾病。部分疾病有治疗方案；患者目前用药无需方案即可核查。</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>无方案</translation>
    </message>
    <message>
        <source>Worked out for: {facts}</source>
        <translation>计算依据：{facts}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Watch at home</source>
        <translation>居家观察</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Answer in the tree first: {question}</source>
        <translation>请先在决策树中作答：{question}</translation>
    </message>
    <message>
        <source>First choice</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>Second choice</source>
        <translation>次选</translation>
    </message>
    <message>
        <source>The case is read only</source>
        <translation>病例为只读</translation>
    </message>
    <message>
        <source>A clinician chooses</source>
        <translation>须由医师选用</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print results</source>
        <translation>打印结果</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>打印页</translation>
    </message>
    <message>
        <source>A print queue and shared printers keep copies, and others may find the sheet. Print only beside a printer of your own; the audit trail tells of it.</source>
        <translation>打印队列和共享打印机会留存副本，他人也可能看到纸页。请只用身边的专用打印机；审计记录会记下此次打印。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>PriorLine</name>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>恢复发表值</translation>
    </message>
    <message>
        <source>No prior was read for this place: ranked in words.</source>
        <translation>该场所没有查到验前概率：仅以文字排序。</translation>
    </message>
    <message>
        <source>Entered by {who} on {day}; it is used instead.</source>
        <translation>{who} 于 {day} 录入；以此代替发表值。</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>未录入</translation>
    </message>
    <message>
        <source>How common here: {name}</source>
        <translation>本地患病率：{name}</translation>
    </message>
</context>
<context>
    <name>PriorsPage</name>
    <message>
        <source>The share of patients with the complaint who have the condition. Nothing is changed by itself: what was published holds until somebody enters another number.</source>
        <translation>有相应主诉的患者中患该病的比例。程序不会自行更改：未录入其他数值前，一直采用发表值。</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>The records can&apos;t be opened</source>
        <translation>病历无法打开</translation>
    </message>
    <message>
        <source>The records lie in</source>
        <translation>病历位于</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Nothing was changed or deleted. Copy this folder to a stick as it is, then have the newest backup restored into another folder. Delete nothing before it works again.</source>
        <translation>没有更改或删除任何内容。请将此文件夹原样复制到 U 盘，再将最新备份恢复到另一个文件夹。恢复正常之前不要删除任何内容。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Sheets</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>{question} Example: {example}</source>
        <translation>{question} 例：{example}</translation>
    </message>
    <message>
        <source>Look at the columns…</source>
        <translation>查看各列…</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n条结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Day first (31/12/2024)</source>
        <translation>日在前（31/12/2024）</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>Month first (12/31/2024)</source>
        <translation>月在前（12/31/2024）</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>Year first (2024/12/31)</source>
        <translation>年在前（2024/12/31）</translation>
    </message>
    <message>
        <source>Year first</source>
        <translation>年在前</translation>
    </message>
    <message>
        <source>Decimal point (1.5)</source>
        <translation>小数点为“.”（1.5）</translation>
    </message>
    <message>
        <source>Decimal comma (1,5)</source>
        <translation>逗号为小数点（1,5）</translation>
    </message>
    <message>
        <source>Point, commas between thousands (1,500.5)</source>
        <translation>逗号为千位分隔（1,500.5）</translation>
    </message>
    <message>
        <source>Comma, points between thousands (1.500,5)</source>
        <translation>点为千位分隔（1.500,5）</translation>
    </message>
    <message>
        <source>The patient above</source>
        <translation>上一行的患者</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>不属于任何已知患者</translation>
    </message>
</context>
<context>
    <name>ReadOnlyLine</name>
    <message>
        <source>Signed: read only. New words go into an addendum.</source>
        <translation>已签署：只读。新内容请写入补充说明。</translation>
    </message>
    <message>
        <source>Your role reads here and does not write.</source>
        <translation>您的角色在此只能查看，不能书写。</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message numerus="yes">
        <source>No backup for %n day(s). A lost disk would take every case.</source>
        <translation>
            <numerusform>已有 %n 天没有备份。硬盘一旦丢失，所有病例都会丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) without identifiers written: {folder}</source>
        <translation>
            <numerusform>已写出 %n 幅去标识影像：{folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>Recovered</name>
    <message>
        <source>Making a new recovery key…</source>
        <translation>正在生成新的恢复密钥…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>A new recovery key</source>
        <translation>新的恢复密钥</translation>
    </message>
    <message>
        <source>Issue a new key when the paper was lost, seen by others, or used. Once you have typed it back from the new paper, the old one opens nothing. Have pen and paper ready.</source>
        <translation>旧纸丢失、被他人看到或已使用时，请制作新的密钥。从新纸上重新输入一遍后，旧密钥即告失效。请准备好纸笔。</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Making the key…</source>
        <translation>正在生成密钥…</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Open with this key</source>
        <translation>用此密钥打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Type the four lines from the paper. The use is noted down. Right afterwards a new recovery key is made, and you choose a new passphrase.</source>
        <translation>请按纸上内容输入四行。使用会被记录。随后立即生成新的恢复密钥，并由您设新口令。</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>By hand is safest: a print queue and many printers keep copies of what they print.</source>
        <translation>手写最安全：打印队列和许多打印机会保留打印内容的副本。</translation>
    </message>
</context>
<context>
    <name>RecoveryTest</name>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>This is another recovery key. Write down the one shown now.</source>
        <translation>这是另一个恢复密钥。请抄写当前显示的密钥。</translation>
    </message>
</context>
<context>
    <name>RefusalBand</name>
    <message>
        <source>Not every model gave a score.</source>
        <translation>并非每个模型都给出了评分。</translation>
    </message>
</context>
<context>
    <name>RejectedDialog</name>
    <message>
        <source>Lines that were not understood</source>
        <translation>未能识别的行</translation>
    </message>
    <message>
        <source>They are kept with the case and used for nothing. Type what matters.</source>
        <translation>这些行随病例保存但不使用。重要内容请手工录入。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RejectedTable</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lines that were not understood</source>
        <translation>未能识别的行</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>The case of {when} was taken off the list.</source>
        <translation>{when} 的病例已从列表移除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message>
        <source>Removed cases</source>
        <translation>已移除的病例</translation>
    </message>
    <message>
        <source>No case was taken off the list.</source>
        <translation>没有从列表移除的病例。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>放回列表</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Yes, delete for good</source>
        <translation>是，永久删除</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>removed {day}</source>
        <translation>{day} 移除</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) go with their films. This can&apos;t be undone.</source>
        <translation>
            <numerusform>%n 个病例及其影像将被删除，无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个病例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the owner deletes.</source>
        <translation>只有机主可以删除。</translation>
    </message>
    <message>
        <source>Cases stay here until the owner deletes them by hand.</source>
        <translation>病例保留在这里，直到机主手动删除。</translation>
    </message>
</context>
<context>
    <name>RenewalDialog</name>
    <message>
        <source>Renew all keys</source>
        <translation>更换全部密钥</translation>
    </message>
    <message>
        <source>Do this when somebody left who knew a passphrase, or when a computer or a backup was stolen: an old copy with an old passphrase then opens nothing of today. First change every passphrase that others may know. Everything is encrypted anew in the background; you can go on working, and it continues after a restart.</source>
        <translation>知道口令的人离开，或电脑、备份被盗时，请更换：此后旧副本加旧口令打不开今天的任何内容。请先更改他人可能知道的每个口令。全部内容在后台重新加密；您可以继续工作，重启后会接着进行。</translation>
    </message>
    <message>
        <source>Making the keys; this takes some seconds…</source>
        <translation>正在生成密钥，需要几秒钟…</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Reopen the case</source>
        <translation>重新打开病例</translation>
    </message>
    <message>
        <source>The signature no longer holds, and reports say so. Tell whoever has the signed one.</source>
        <translation>签名不再有效，报告中会注明。请告知持有已签名报告的人。</translation>
    </message>
    <message>
        <source>Why is the case opened again? It is kept with the case.</source>
        <translation>为何重新打开该病例？原因随病例保存。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reopened: {reason}</source>
        <translation>重新打开：{reason}</translation>
    </message>
</context>
<context>
    <name>RepeatStep</name>
    <message>
        <source>Type it from the paper</source>
        <translation>照纸输入</translation>
    </message>
    <message>
        <source>Check and go on</source>
        <translation>核对并继续</translation>
    </message>
    <message>
        <source>Capitals and dashes do not matter. O and 0, I, L and 1 are the same.</source>
        <translation>大小写和连字符不影响。O 与 0，I、L 与 1 视为相同。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Heat maps</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Report for clinicians</source>
        <translation>医师报告</translation>
    </message>
    <message>
        <source>Referral letter</source>
        <translation>转诊单</translation>
    </message>
    <message>
        <source>Slip for the patient</source>
        <translation>患者须知单</translation>
    </message>
    <message>
        <source>A saved or printed report is a plain copy outside the encrypted store: whoever has it can read it. The audit trail tells of it.</source>
        <translation>保存或打印的报告是加密库以外的明文副本：拿到者即可阅读。审计记录会留痕。</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>正在汇总…</translation>
    </message>
</context>
<context>
    <name>ResidentCheck</name>
    <message>
        <source>Take birth date and sex from the number</source>
        <translation>按身份证号填写出生日期和性别</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore without the damaged films</source>
        <translation>不含损坏的影像，继续恢复</translation>
    </message>
    <message>
        <source>Look through it</source>
        <translation>先查看</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Reading all of the backup</source>
        <translation>正在读取整个备份</translation>
    </message>
    <message>
        <source>Restoring and proving</source>
        <translation>正在恢复并核对</translation>
    </message>
    <message>
        <source>With the recovery key</source>
        <translation>用恢复密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup of {when}: {counted}.</source>
        <translation>{when} 的备份：{counted}。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) are damaged:</source>
        <translation>
            <numerusform>有 %n 处损坏：</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is whole.</source>
        <translation>全部完好。</translation>
    </message>
    <message>
        <source>stored film {name}</source>
        <translation>影像 {name}</translation>
    </message>
    <message>
        <source>Restored into {folder}.</source>
        <translation>已恢复到 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) were left out.</source>
        <translation>
            <numerusform>略去 %n 张影像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in with the passphrase of that time.</source>
        <translation>请用当时的口令登录。</translation>
    </message>
    <message>
        <source>The store in use is untouched.</source>
        <translation>正在使用的病例库没有改动。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The stick, or a folder</source>
        <translation>U 盘或文件夹</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>打开者</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>新的或空的文件夹</translation>
    </message>
    <message>
        <source>Restore into</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>It becomes the store of this computer.</source>
        <translation>它将成为这台电脑的病例库。</translation>
    </message>
    <message>
        <source>The store in use stays as it is; the backup goes beside it.</source>
        <translation>正在使用的病例库保持不变；备份恢复到旁边。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Scores against labels</source>
        <translation>评分与标签对照</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Left out ({n})</source>
        <translation>未计入（{n}）</translation>
    </message>
    <message>
        <source>Threshold of this site</source>
        <translation>本站点阈值</translation>
    </message>
    <message>
        <source>Ten groups of films by their score: the mean score of each against the share that has the finding, with its interval. On the dashed line both are equal.</source>
        <translation>按评分将胶片分为十组：每组的平均评分与实际有该所见的比例及其区间。虚线上两者相等。</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Test</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前次</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>趋势</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Abnormal only</source>
        <translation>仅异常</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Ranges for: {whom}</source>
        <translation>参考区间适用于：{whom}</translation>
    </message>
    <message numerus="yes">
        <source>%n further result(s) of this case are not shown.</source>
        <translation>
            <numerusform>本病例另有%n条结果未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a test</source>
        <translation>查找项目</translation>
    </message>
    <message>
        <source>Not the newest of each test alone. A critical result is always shown.</source>
        <translation>不仅显示各项目的最新结果。危急值始终显示。</translation>
    </message>
    <message>
        <source>Trend…</source>
        <translation>趋势…</translation>
    </message>
    <message>
        <source>Reason and course of the chosen result: show or put away</source>
        <translation>显示或收起所选结果的理由与变化过程</translation>
    </message>
    <message>
        <source>Age, sex, pregnancy and altitude that ranges are for</source>
        <translation>参考区间所依据的年龄、性别、妊娠和海拔</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>正在读取结果…</translation>
    </message>
    <message>
        <source>The results could not be read</source>
        <translation>结果无法读取</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>Drop a file of the analyser or the laboratory here (HL7, FHIR, Excel, CSV, text), paste a report, or type lines.</source>
        <translation>将仪器或检验科的文件（HL7、FHIR、Excel、CSV、文本）拖到此处，或粘贴报告，或手工录入。</translation>
    </message>
    <message>
        <source>Import results…</source>
        <translation>导入结果…</translation>
    </message>
    <message>
        <source>Why this flag?</source>
        <translation>为什么这样提示？</translation>
    </message>
    <message>
        <source>Course…</source>
        <translation>变化过程…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not understood</source>
        <translation>
            <numerusform>%n行未能识别</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
    <message>
        <source>Results shown, and results in this case</source>
        <translation>显示的结果数与本病例的结果总数</translation>
    </message>
    <message>
        <source>Nothing to draw: that takes a number, a known unit and a time.</source>
        <translation>无可绘制：需要数值、已知单位和时间。</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Laboratory results</source>
        <translation>检验结果</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Settle and sign…</source>
        <translation>裁定并签署…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Finish reading…</source>
        <translation>完成阅片…</translation>
    </message>
    <message>
        <source>Ask for a second reader…</source>
        <translation>提请第二阅片者…</translation>
    </message>
    <message>
        <source>Do without a second reader</source>
        <translation>撤回第二阅片者</translation>
    </message>
    <message>
        <source>Critical result…</source>
        <translation>危急值…</translation>
    </message>
    <message>
        <source>Told…</source>
        <translation>登记通知…</translation>
    </message>
    <message>
        <source>Addendum…</source>
        <translation>补充说明…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>随访…</translation>
    </message>
    <message>
        <source>Entered from paper…</source>
        <translation>纸质单补录…</translation>
    </message>
    <message>
        <source>Your role reads here.</source>
        <translation>您的角色只能查看。</translation>
    </message>
    <message>
        <source>A clinician signs and decides.</source>
        <translation>由医师决定并签署。</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>%n case(s) wait for your second reading, asked by {who}.</source>
        <translation>
            <numerusform>有 %n 个病例等待您第二次阅片，由 {who} 请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>This note names another patient ({who}; differs in: {fields}): check before you go on.</source>
        <translation>此病历写的是另一位患者（{who}；不一致项：{fields}）：请核对后再继续。</translation>
    </message>
    <message>
        <source>This note may be of another patient (differs in: {fields}): check before you go on.</source>
        <translation>此病历可能属于另一位患者（不符项：{fields}）：请核对后再继续。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Undo paste</source>
        <translation>撤销粘贴</translation>
    </message>
</context>
<context>
    <name>RiskBar</name>
    <message>
        <source>Score {score} of 100, threshold {threshold}</source>
        <translation>评分 {score}（满分100），阈值 {threshold}</translation>
    </message>
</context>
<context>
    <name>RiskCard</name>
    <message>
        <source>Score {score} of 100, threshold {threshold}</source>
        <translation>评分 {score}（满分100），阈值 {threshold}</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95%区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>Where {share} % have it, as entered here: {probability} %</source>
        <translation>按此处录入的患病比例{share}%：{probability}%</translation>
    </message>
    <message>
        <source>Share expected to be alive; dashed: the reference person</source>
        <translation>预期存活比例；虚线为参照者</translation>
    </message>
    <message>
        <source>{years} y: {alive} % ({low} to {high})</source>
        <translation>{years}年：{alive}%（{low}至{high}）</translation>
    </message>
    <message>
        <source>Alive after (95 % interval): {years}</source>
        <translation>存活比例（95%区间）：{years}</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation>缺少：{names}</translation>
    </message>
    <message>
        <source>Missing, and taken as usual: {names}</source>
        <translation>缺少，以常见值代替：{names}</translation>
    </message>
    <message>
        <source>Against the reference person (in brackets), in log-odds. Association, not cause: changing a value need not change the outcome.</source>
        <translation>与参照者（括号内）相比，以对数优势表示。是关联而非因果：改变数值未必改变结局。</translation>
    </message>
    <message>
        <source>As in the reference person, or nearly: {names}</source>
        <translation>与参照者相同或相近：{names}</translation>
    </message>
    <message>
        <source>Rules in place of the formula: coarser, and they may say something else. The share of people in the training with the outcome; the way of this patient is marked.</source>
        <translation>以规则代替公式：较粗略，结论可能不同。右侧为训练人群中有此结局者的比例；已标出此患者的路径。</translation>
    </message>
    <message>
        <source>What is missing was taken as usual here too.</source>
        <translation>缺少的数据在此同样按常见值计。</translation>
    </message>
    <message>
        <source>Decision tree for the same question</source>
        <translation>同一问题的决策树</translation>
    </message>
    <message>
        <source>{name} at most {limit} {unit}</source>
        <translation>{name}不超过 {limit} {unit}</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>Risk models</source>
        <translation>风险模型</translation>
    </message>
    <message>
        <source>Risk models are off. The owner of this computer switches each on, after reading what it was made from.</source>
        <translation>风险模型未启用。由本机负责人了解其来源后逐个启用。</translation>
    </message>
    <message>
        <source>{standing} These answers enter no assessment and no patient&apos;s sheet.</source>
        <translation>{standing} 这些结果不进入评估，也不印在患者单上。</translation>
    </message>
</context>
<context>
    <name>RocPlot</name>
    <message>
        <source>False alarms (1 − specificity), %</source>
        <translation>误报（1 − 特异度），%</translation>
    </message>
    <message>
        <source>Sensitivity, %</source>
        <translation>灵敏度，%</translation>
    </message>
    <message>
        <source>Move the marker with the mouse or the arrow keys</source>
        <translation>用鼠标或方向键移动标记</translation>
    </message>
    <message>
        <source>The model&apos;s threshold</source>
        <translation>模型阈值</translation>
    </message>
    <message>
        <source>This site&apos;s threshold</source>
        <translation>站点阈值</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message numerus="yes">
        <source>Red flags (%n)</source>
        <translation>
            <numerusform>危险信号（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>By the corrections it would not stand here; see it all the same.</source>
        <translation>按更正后的内容本不会出现；仍请查看。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>This source could not be opened and checked.</source>
        <translation>该来源未能打开核对。</translation>
    </message>
    <message>
        <source>Seen by {who}, {when}</source>
        <translation>{who} 已知悉，{when}</translation>
    </message>
    <message>
        <source>Because of: {words}</source>
        <translation>依据：{words}</translation>
    </message>
    <message>
        <source>corrected by {who}</source>
        <translation>由 {who} 更正</translation>
    </message>
    <message>
        <source>not a mention</source>
        <translation>不是有效提及</translation>
    </message>
    <message>
        <source>none known, says the note</source>
        <translation>病历称无已知过敏</translation>
    </message>
    <message>
        <source>The note does not speak of allergies. That is not “none”.</source>
        <translation>病历未提及过敏，并不等于“无过敏”。</translation>
    </message>
    <message>
        <source>Allergies not asked: the banner holds no answer.</source>
        <translation>过敏史未询问：患者栏中没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>Corrections without a place (%n)</source>
        <translation>
            <numerusform>无法定位的更正（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>“{words}” ({who}): the words around it changed. Look again.</source>
        <translation>“{words}”（{who}）：周围文字已改变，请重新核对。</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>What was read in the note</source>
        <translation>病历判读结果</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Keeping records</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Keep every case for</source>
        <translation>每个病例至少保存</translation>
    </message>
    <message>
        <source> years</source>
        <translation> 年</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>While the rule holds, nobody can erase a younger case. Ask what the law asks of your site: in China, for example, 15 years or more.</source>
        <translation>规定有效期间，任何人都不能抹除未满期限的病例。请查明法律对本机构的要求：例如在中国为 15 年或更长。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Whose genes are these?</source>
        <translation>这是谁的基因？</translation>
    </message>
    <message numerus="yes">
        <source>{file}, {build}, holds %n person(s):</source>
        <translation>
            <numerusform>{file}（{build}）含%n人：</numerusform>
        </translation>
    </message>
    <message>
        <source>Person in the file</source>
        <translation>文件中的人员</translation>
    </message>
    <message>
        <source>Choose the person</source>
        <translation>请选择人员</translation>
    </message>
    <message>
        <source>The program does not compare the names: you do.</source>
        <translation>程序不比对姓名，请您核对。</translation>
    </message>
    <message>
        <source>It is this patient</source>
        <translation>确为本患者</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SaveButton</name>
    <message>
        <source>Save as {kind}…</source>
        <translation>另存为 {kind}…</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
    <message>
        <source>Save a plain copy?</source>
        <translation>保存未加密的副本？</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever gets it can read it. It holds figures of the model, no names of films or patients. The audit trail tells that you wrote it.</source>
        <translation>该文件未加密，得到者均可阅读。其中只有模型的指标，没有胶片或患者的名称。审计记录会记下由您写出。</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ScoreBar</name>
    <message>
        <source>Model score {score}, threshold {threshold}, not sure from {low} to {high}</source>
        <translation>模型评分 {score}，阈值 {threshold}，{low} 至 {high} 为不确定</translation>
    </message>
    <message>
        <source>threshold {value}</source>
        <translation>阈值 {value}</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定区间</translation>
    </message>
</context>
<context>
    <name>ScreenLines</name>
    <message>
        <source>Show where this stands</source>
        <translation>查看出处</translation>
    </message>
    <message numerus="yes">
        <source>Looked for among %n pair(s) of drugs.</source>
        <translation>
            <numerusform>已在%n对药物中查找。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No match among %n pair(s) of drugs.</source>
        <translation>
            <numerusform>在%n对药物中未匹配到相互作用。</numerusform>
        </translation>
    </message>
    <message>
        <source>whatever the case does not name</source>
        <translation>病例中未提及者</translation>
    </message>
    <message>
        <source>Not checked: {list}.</source>
        <translation>未核查：{list}。</translation>
    </message>
    <message>
        <source>Nothing was read about this drug for: {list}.</source>
        <translation>关于此药，以下方面尚无资料：{list}。</translation>
    </message>
</context>
<context>
    <name>ScreeningQueue</name>
    <message>
        <source>Screening films</source>
        <translation>正在筛查胶片</translation>
    </message>
</context>
<context>
    <name>SentTable</name>
    <message>
        <source>Test</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需留意</translation>
    </message>
    <message>
        <source>Results as sent</source>
        <translation>原始结果</translation>
    </message>
</context>
<context>
    <name>SentinelDialog</name>
    <message>
        <source>Looking again after a change</source>
        <translation>变更后复查</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即复查</translation>
    </message>
    <message>
        <source>Keep this choice</source>
        <translation>保存选择</translation>
    </message>
    <message>
        <source>After each change of models, device or program these films are scored again, and the shift is told. Choose some that you know: clear ones, and some near the threshold. The sample of each model takes part anyway.</source>
        <translation>每次更换模型、设备或程序后，将对这些胶片重新评分并告知变化。请选择您了解的胶片：明确的，以及接近阈值的。各模型自带的样本总会参与。</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Looking at the films</source>
        <translation>正在查看胶片</translation>
    </message>
    <message>
        <source>Nothing changed since the last look.</source>
        <translation>自上次复查以来没有变更。</translation>
    </message>
    <message>
        <source>Looked at {n}: the next change is compared with this.</source>
        <translation>已查看{n}张：下次变更将与此比较。</translation>
    </message>
    <message>
        <source>Looked, and compared.</source>
        <translation>已复查并比较。</translation>
    </message>
    <message>
        <source>Nothing was compared yet.</source>
        <translation>尚未作过比较。</translation>
    </message>
    <message>
        <source>Last look: {films} films, the largest shift {largest} points of 100; no film changed sides of its threshold.</source>
        <translation>上次复查：{films}张胶片，最大变化{largest}分（满分100）；没有胶片越过阈值。</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>归档时间</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Films to look at again</source>
        <translation>要复查的胶片</translation>
    </message>
    <message>
        <source>{n} of at most {most} chosen</source>
        <translation>已选{n}张，最多{most}张</translation>
    </message>
    <message>
        <source>No film here has a score yet.</source>
        <translation>此处还没有有评分的胶片。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>The owner of this computer</source>
        <translation>本机管理者</translation>
    </message>
    <message>
        <source>The owner lets people in, makes backups and can delete records. The owner reads no films; for that you add a clinician in the last step.</source>
        <translation>管理者管理用户、备份，并可删除病历。管理者不阅片；最后一步请添加医师。</translation>
    </message>
    <message>
        <source>Make the encrypted records</source>
        <translation>建立加密档案</translation>
    </message>
    <message>
        <source>Who will read films?</source>
        <translation>由谁阅片？</translation>
    </message>
    <message>
        <source>A clinician decides on findings and signs. If that is you, enter yourself once more under another name. More people can be added later under “Users”.</source>
        <translation>医师对所见作决定并签名。如果是您本人，请换一个名称再登记一次。以后可在“用户”中添加更多人。</translation>
    </message>
    <message>
        <source>Add clinician and finish</source>
        <translation>添加医师并完成</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>暂时跳过</translation>
    </message>
    <message>
        <source>Making the keys; this takes some seconds…</source>
        <translation>正在生成密钥，需要几秒钟…</translation>
    </message>
    <message>
        <source>Adding {name}…</source>
        <translation>正在添加 {name}…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Write the altitude as a number of metres.</source>
        <translation>请以米为单位填写海拔数字。</translation>
    </message>
    <message>
        <source>A rule of this site: only an owner changes it.</source>
        <translation>本机构规则：仅管理者可更改。</translation>
    </message>
    <message>
        <source>Language, appearance and text size change at once; cases stay open.</source>
        <translation>语言、外观和文字大小立即生效；病例保持打开。</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Write 3y, 18m or 10d.</source>
        <translation>请写作 3岁、18月 或 10天。</translation>
    </message>
    <message>
        <source>Folder of films</source>
        <translation>胶片文件夹</translation>
    </message>
    <message>
        <source>Tables ({pattern})</source>
        <translation>表格（{pattern}）</translation>
    </message>
    <message>
        <source>Label file</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>Choose the folder of films…</source>
        <translation>选择胶片文件夹…</translation>
    </message>
    <message>
        <source>Choose the label file…</source>
        <translation>选择标签文件…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>e.g. 3y, 18m or 10d</source>
        <translation>如 3岁、18月 或 10天</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Films that tell no age</source>
        <translation>未注明年龄的胶片</translation>
    </message>
    <message>
        <source>Age of films that tell none</source>
        <translation>未注明年龄的胶片按此年龄</translation>
    </message>
    <message>
        <source>View of films that tell none</source>
        <translation>未注明体位的胶片按此体位</translation>
    </message>
    <message>
        <source>First look at the labels</source>
        <translation>标签初查</translation>
    </message>
</context>
<context>
    <name>ShareBox</name>
    <message>
        <source>Enter</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Not entered: scores stand without a chance beside them, and no predictive value is told.</source>
        <translation>未填写：评分旁不显示概率，也不给出预测值。</translation>
    </message>
    <message>
        <source>Of 100 films found with this threshold, about {n} would have the finding; by the intervals of the check {low} to {high}.</source>
        <translation>按此阈值判为阳性的100张胶片中，约{n}张确有该所见；按验证的区间为{low}至{high}张。</translation>
    </message>
    <message>
        <source>The model does not tell what a chance could be computed from.</source>
        <translation>模型未提供计算概率所需的数据。</translation>
    </message>
    <message>
        <source>A score of {score} would mean a chance of about {n} %.</source>
        <translation>评分{score}相当于约{n}%的概率。</translation>
    </message>
    <message>
        <source>not entered</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>How common it is among your patients</source>
        <translation>本地患者中的患病率</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Audit trail, {month}</source>
        <translation>审计记录，{month}</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>制表日期 {day}</translation>
    </message>
    <message>
        <source>Nothing was done in this month.</source>
        <translation>本月没有任何操作。</translation>
    </message>
    <message>
        <source>Checked and filed by</source>
        <translation>核对并归档人</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Entries {first} to {last}</source>
        <translation>第 {first} 至 {last} 条</translation>
    </message>
    <message>
        <source>Head of the trail</source>
        <translation>末尾标记</translation>
    </message>
    <message>
        <source>Printed {time} by {user}</source>
        <translation>{user}于{time}打印</translation>
    </message>
    <message>
        <source>Laboratory results</source>
        <translation>检验结果</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the sources were not understood.</source>
        <translation>
            <numerusform>来源中有%n行未能识别。</numerusform>
        </translation>
    </message>
    <message>
        <source>“Not judged” means that nothing can be said; it does not mean normal.</source>
        <translation>“未判断”表示无法下结论，并不表示正常。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>Ranges without a number are the laboratory&apos;s own.</source>
        <translation>未标编号的参考区间为检验科自定。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the case</source>
        <translation>签署病例</translation>
    </message>
    <message numerus="yes">
        <source>You sign %n film(s):</source>
        <translation>
            <numerusform>您将签署 %n 张胶片：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have no clinician&apos;s word yet.</source>
        <translation>
            <numerusform>%n 项发现尚无医师意见。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has said what %n film(s) show: {films}. There is no score and no clinician&apos;s word. Look at them, and write what they show into the note before you sign.</source>
        <translation>
            <numerusform>有 %n 张胶片无人判读：{films}。既无评分，也无医师意见。请先阅片，并将所见写入病历，再签署。</numerusform>
        </translation>
    </message>
    <message>
        <source>The case has changed since this treatment was chosen, or a new check speaks against it: {title}. Look at it again.</source>
        <translation>选用此治疗后病例已有变化，或出现新的不利核查结果：{title}。请重新查看。</translation>
    </message>
    <message>
        <source>You sign as {who}. The case is read-only from then on; more words go into an addendum.</source>
        <translation>您将以{who}的身份签署。此后病例只读；其他内容请写入补充说明。</translation>
    </message>
    <message>
        <source>You are one of the two readers: you settle it alone.</source>
        <translation>您是两位阅片者之一：此分歧由您一人裁定。</translation>
    </message>
    <message>
        <source>Two readers disagree. What settles it?</source>
        <translation>两位阅片者意见不一致。依据什么裁定？</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>随访…</translation>
    </message>
    <message>
        <source>Not told as critical: {what}. {how}</source>
        <translation>未作危急值通知：{what}。{how}</translation>
    </message>
    <message>
        <source>nobody was told</source>
        <translation>未通知任何人</translation>
    </message>
    <message>
        <source>Critical result: {what}. {how}</source>
        <translation>危急值：{what}。{how}</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>使用恢复密钥</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) are still being screened.</source>
        <translation>
            <numerusform>%n 张胶片仍在筛查。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait and are opened after you sign in.</source>
        <translation>
            <numerusform>%n 个项目等待，登录后打开。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passphrases. Try again in %n second(s).</source>
        <translation>
            <numerusform>口令错误次数过多。请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Demonstration: nothing is kept. The passphrase is filled in.</source>
        <translation>演示：不保存任何内容。口令已填好。</translation>
    </message>
</context>
<context>
    <name>SignedIn</name>
    <message>
        <source>Signed in: {name}</source>
        <translation>已登录：{name}</translation>
    </message>
</context>
<context>
    <name>SimilarDialog</name>
    <message>
        <source>Similar cases here</source>
        <translation>本地相似病例</translation>
    </message>
    <message>
        <source>Signed cases of this store whose notes say something alike. Alike is no diagnosis; the order counts, the number is no percentage. Nothing leaves this computer.</source>
        <translation>本机已签署病例中病历内容相近者。相似不等于诊断；请看排序，数值不是百分比。任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Similar cases</source>
        <translation>相似病例</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Age and sex</source>
        <translation>年龄与性别</translation>
    </message>
    <message>
        <source>Leading problems</source>
        <translation>主要问题</translation>
    </message>
    <message>
        <source>What the clinician decided</source>
        <translation>医师的判断</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Open this case</source>
        <translation>打开此病例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>none were read</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>no finding was accepted</source>
        <translation>没有确认的发现</translation>
    </message>
    <message>
        <source>No signed note here is like this one. Only signed notes of real cases are compared, never those of the demonstration.</source>
        <translation>本库中没有与此相似的已签名病历。仅比较真实病例的已签名病历，演示病例不参与比较。</translation>
    </message>
</context>
<context>
    <name>SiteNumbers</name>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>Median of {n}</source>
        <translation>{n} 例的中位数</translation>
    </message>
    <message>
        <source>Not enough weeks for a forecast: {n} of 4 full weeks lie behind.</source>
        <translation>周数不足，无法预测：需 4 个整周，目前 {n} 个。</translation>
    </message>
    <message>
        <source>No forecast: no film came in the last full weeks.</source>
        <translation>无法预测：最近几个整周没有胶片。</translation>
    </message>
    <message>
        <source>Next four weeks: about {mean} films a week, in 19 of 20 weeks between {low} and {high}. From {n} full weeks, without trend or season.</source>
        <translation>未来四周：每周约 {mean} 张胶片，20 周中有 19 周在 {low} 至 {high} 之间。依据 {n} 个整周，未考虑趋势和季节。</translation>
    </message>
    <message>
        <source>{kind}: {words}</source>
        <translation>{kind}：{words}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>到期 {day}</translation>
    </message>
</context>
<context>
    <name>SiteNumbersDialog</name>
    <message>
        <source>Site&apos;s numbers</source>
        <translation>本站数据</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>各周</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Counts for public health</source>
        <translation>公共卫生计数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Adding noise</source>
        <translation>正在加入噪声</translation>
    </message>
    <message>
        <source>Follow-ups due</source>
        <translation>待随访</translation>
    </message>
    <message>
        <source>Save counts</source>
        <translation>保存计数</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Results ({patterns})</source>
        <translation>检验结果（{patterns}）</translation>
    </message>
    <message>
        <source>Import results</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Photographs and scans ({patterns})</source>
        <translation>照片和扫描件 ({patterns})</translation>
    </message>
    <message>
        <source>Read a paper report</source>
        <translation>读取纸质报告</translation>
    </message>
    <message>
        <source>Notes ({patterns})</source>
        <translation>病历 ({patterns})</translation>
    </message>
    <message>
        <source>Open a note</source>
        <translation>打开病历文件</translation>
    </message>
    <message>
        <source>Read a note on paper</source>
        <translation>读取纸质病历</translation>
    </message>
    <message>
        <source>Open a case first: a note belongs to a patient.</source>
        <translation>请先打开病例：病历须属于某位患者。</translation>
    </message>
    <message>
        <source>This case can&apos;t be written to now; the note was not opened.</source>
        <translation>此病例目前不可写入；病历未打开。</translation>
    </message>
</context>
<context>
    <name>StateUnitDialog</name>
    <message>
        <source>In which unit?</source>
        <translation>单位是什么？</translation>
    </message>
    <message>
        <source>Read the unit on the paper report; do not guess.</source>
        <translation>请按纸质报告上的单位填写，不要猜测。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Choose or type</source>
        <translation>选择或输入</translation>
    </message>
    <message>
        <source>What was sent stays as it is; your choice is kept beside it.</source>
        <translation>原始内容保持不变，您的选择另行记录。</translation>
    </message>
    <message>
        <source>State the unit</source>
        <translation>确定单位</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StatedForm</name>
    <message>
        <source>e.g. 3y, 18m or 10d</source>
        <translation>如 3岁、18个月、10天</translation>
    </message>
    <message>
        <source>Lateral</source>
        <translation>侧位</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>筛查</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>View</source>
        <translation>体位</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Move a follow-up</source>
        <translation>随访改期</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>随访已完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take a follow-up back</source>
        <translation>撤回随访</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>新日期</translation>
    </message>
    <message>
        <source>What came of it (may stay empty)</source>
        <translation>结果（可留空）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Take over cases</source>
        <translation>接收病例</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Take it over once more</source>
        <translation>仍要再接收一次</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Decrypting and filing</source>
        <translation>正在解密并归档</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) arrived. They stand on the list.</source>
        <translation>
            <numerusform>已接收 %n 个病例，列在工作列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them may be of a patient known here: compare.</source>
        <translation>
            <numerusform>其中 %n 个可能属于已有患者：请比较。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张影像</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps {names}</source>
        <translation>可能是 {names}</translation>
    </message>
    <message>
        <source>Take over from</source>
        <translation>接收自</translation>
    </message>
    <message>
        <source>Cases ({pattern})</source>
        <translation>病例（{pattern}）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Cases that arrived</source>
        <translation>已接收的病例</translation>
    </message>
    <message>
        <source>Telephone the sender and compare the fingerprint before you take over.</source>
        <translation>接收前请打电话与发送方核对指纹。</translation>
    </message>
</context>
<context>
    <name>ThresholdTab</name>
    <message>
        <source>Keep the model&apos;s own threshold, and prove it here</source>
        <translation>沿用模型原阈值，并在本站点证明</translation>
    </message>
    <message>
        <source>Choose this threshold</source>
        <translation>选定此阈值</translation>
    </message>
    <message>
        <source>Chosen. Nothing changes yet: a clinician signs in and confirms it under Records, Site thresholds.</source>
        <translation>已选定，暂不起作用：须由医师登录后在“记录”&gt;“站点阈值”中确认。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Wanted sensitivity</source>
        <translation>所需灵敏度</translation>
    </message>
    <message>
        <source>Days it is to hold</source>
        <translation>有效天数</translation>
    </message>
    <message>
        <source>The lower end of the interval has to reach the wanted sensitivity: 29 of 30 found means 83 to 99 %. A threshold lapses after its days, and at once with another model.</source>
        <translation>区间下限须达到所需灵敏度：30张检出29张即83%至99%。阈值到期失效，更换模型时立即失效。</translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message>
        <source>Thresholds of this site</source>
        <translation>本站点阈值</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型原阈值</translation>
    </message>
    <message>
        <source>No model is installed that scores films.</source>
        <translation>没有安装可评分的模型。</translation>
    </message>
    <message>
        <source>The model&apos;s own threshold holds. To take one from your films: Records, Check a model here.</source>
        <translation>采用模型原阈值。如需用本站点胶片确定阈值：“记录”&gt;“在本站点验证模型”。</translation>
    </message>
    <message>
        <source>Proven on films of {patients} patients: {found} of {positives} found ({low} to {high} %), wanted {target} %. The model&apos;s own threshold: {shipped}.</source>
        <translation>由{patients}名患者的胶片证明：{positives}张检出{found}张（{low}%至{high}%），要求{target}%。模型原阈值：{shipped}。</translation>
    </message>
    <message>
        <source>Chosen by {who} on {day}.</source>
        <translation>由{who}于{day}选定。</translation>
    </message>
    <message>
        <source>It changes nothing until a clinician confirms it.</source>
        <translation>在医师确认之前不起作用。</translation>
    </message>
    <message>
        <source>Confirmed by {who} on {day}.</source>
        <translation>由{who}于{day}确认。</translation>
    </message>
    <message>
        <source>It lapsed: its days are over. Check the model here anew.</source>
        <translation>已失效：有效期已过。请重新验证模型。</translation>
    </message>
    <message>
        <source>It lapsed: the model was changed. Check it here anew.</source>
        <translation>已失效：模型已更改。请重新验证。</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤回</translation>
    </message>
    <message>
        <source>Take the threshold {threshold} back?</source>
        <translation>撤回阈值{threshold}？</translation>
    </message>
    <message>
        <source>The model&apos;s own threshold, {shipped}, holds for new films. A model that was installed from a file is on trial again for this finding.</source>
        <translation>新胶片将采用模型原阈值{shipped}。从文件安装的模型对该所见重新进入试用。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message numerus="yes">
        <source>%n film(s) of {patients} patients, {with_} with and {without} without it.</source>
        <translation>
            <numerusform>{patients}名患者的 %n 张胶片，有该所见{with_}张，无该所见{without}张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marker at {threshold}: sensitivity {sensitivity}, specificity {specificity}.</source>
        <translation>标记处 {threshold}：灵敏度 {sensitivity}，特异度 {specificity}。</translation>
    </message>
    <message>
        <source>above all scores</source>
        <translation>高于所有评分</translation>
    </message>
    <message>
        <source>Threshold {threshold} (the model&apos;s own: {shipped}): sensitivity {sensitivity}, specificity {specificity}.</source>
        <translation>阈值 {threshold}（模型原阈值 {shipped}）：灵敏度 {sensitivity}，特异度 {specificity}。</translation>
    </message>
    <message>
        <source>These films prove it: the lower end of the interval reaches {target} %.</source>
        <translation>这些胶片可以证明：区间下限达到{target}%。</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>Somebody was told</source>
        <translation>登记危急值通知</translation>
    </message>
    <message>
        <source>Who was told? Name, and ward or number.</source>
        <translation>通知了谁？请写姓名、科室或电话。</translation>
    </message>
    <message>
        <source>Not read back</source>
        <translation>未复述</translation>
    </message>
    <message>
        <source>Read back, and it was right</source>
        <translation>已复述且正确</translation>
    </message>
    <message>
        <source>Whether it was read back</source>
        <translation>是否复述</translation>
    </message>
    <message>
        <source>Without reading back the result stays open: tell it again.</source>
        <translation>未复述则危急值仍未结：请再次通知。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Treating</name>
    <message>
        <source>Chosen: {title}. Nothing was ordered.</source>
        <translation>已选用：{title}。未开具医嘱。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TreatmentDialog</name>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Medication check</source>
        <translation>用药核查</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>基因</translation>
    </message>
    <message>
        <source>Support for a clinician; nothing is ordered.</source>
        <translation>仅供医师参考，不开具医嘱。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TreeDrawing</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation>决策树</translation>
    </message>
    <message>
        <source>{share} % of {people}</source>
        <translation>{people}人中{share} %</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Decision tree</source>
        <translation>决策树</translation>
    </message>
</context>
<context>
    <name>TrendDialog</name>
    <message>
        <source>Course of results</source>
        <translation>结果趋势</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fewer days</source>
        <translation>缩短时间</translation>
    </message>
    <message>
        <source>More days</source>
        <translation>延长时间</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Choose tests on the left, {most} at most.</source>
        <translation>请在左侧选择项目，最多{most}个。</translation>
    </message>
    <message>
        <source>Point at a value or use the arrow keys. Wheel, + and − zoom; drag moves. ▽ lies below the number shown, △ above it.</source>
        <translation>指向数值或用方向键查看。滚轮、+和−缩放，拖动平移。▽表示低于该数，△表示高于该数。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入{file}</translation>
    </message>
    <message>
        <source>Save a plain copy?</source>
        <translation>保存未加密副本？</translation>
    </message>
    <message>
        <source>The picture is not encrypted and names the patient: whoever gets it can read it. The audit trail tells that you wrote it.</source>
        <translation>图片未加密且含患者姓名，得到者即可读取。审计记录会记下由您写出。</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Signers and revoked packages</source>
        <translation>签名者与已吊销的模型包</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Signers that are believed here</source>
        <translation>此处认可的签名者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Revoked packages and signers</source>
        <translation>已吊销的模型包和签名者</translation>
    </message>
    <message>
        <source>Nobody but this site and the program itself.</source>
        <translation>仅本站点和程序自身。</translation>
    </message>
    <message>
        <source>Nothing was revoked.</source>
        <translation>没有吊销任何内容。</translation>
    </message>
    <message>
        <source>Believe no longer…</source>
        <translation>不再认可…</translation>
    </message>
    <message>
        <source>Read a list of revoked packages…</source>
        <translation>导入吊销列表…</translation>
    </message>
    <message>
        <source>Revoked: never used again</source>
        <translation>已吊销：不再使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>This site&apos;s own fingerprint, to be told by telephone: {text}</source>
        <translation>本站点的指纹，供电话告知：{text}</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Believe {name} no longer?</source>
        <translation>不再认可 {name}？</translation>
    </message>
    <message>
        <source>Packages that are installed stay. To install another one of this signer, its name has to be typed, or the fingerprint compared by telephone again.</source>
        <translation>已安装的模型包保留。再安装该签名者的模型包时，须输入其名称，或重新电话核对指纹。</translation>
    </message>
    <message>
        <source>Believe no longer</source>
        <translation>不再认可</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{name} is no longer believed.</source>
        <translation>不再认可 {name}。</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>正在更改</translation>
    </message>
    <message>
        <source>Lists of revoked packages ({pattern})</source>
        <translation>吊销列表（{pattern}）</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Read. What it names is not used here any more.</source>
        <translation>已导入。其中所列不再使用。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
</context>
<context>
    <name>TypedPage</name>
    <message>
        <source>Laboratory results</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation>粘贴多行</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>No typed lines</source>
        <translation>没有手工录入</translation>
    </message>
    <message>
        <source>Add a line, or paste a table: test, value, unit, time taken.</source>
        <translation>添加一行，或粘贴表格：项目、结果、单位、采样时间。</translation>
    </message>
    <message>
        <source>Kept as typed, and read as results: what could not be read is listed there.</source>
        <translation>按录入内容保存，并作为结果读取；无法读取的会在结果页列出。</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>New role or passphrase</source>
        <translation>新角色或新口令</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The role is sealed with the passphrase, so a new role needs a new passphrase. Let the person type it; this also lets a disabled user in again.</source>
        <translation>角色与口令一同封存，因此新角色需要新口令。请由本人输入；停用的用户也由此恢复。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>UsersDialog</name>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>New role or passphrase…</source>
        <translation>新角色或新口令…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Names stay in the audit trail. When somebody leaves, renew all keys afterwards: an old copy of the records would still open with the old passphrase.</source>
        <translation>姓名保留在审计记录中。有人离开后，请更换全部密钥：否则旧副本仍可用旧口令打开。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（您）</translation>
    </message>
    <message>
        <source>Remove this user?</source>
        <translation>移除此用户？</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>移除 {name}？</translation>
    </message>
    <message>
        <source>The name goes from this list. What was done under it stays in the records.</source>
        <translation>姓名从此列表移除。其操作仍保留在记录中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>You can&apos;t take your own keys away; another owner can.</source>
        <translation>不能停用自己；可由另一位管理者操作。</translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Films brought</source>
        <translation>送入胶片</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>按用户</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Nobody did anything in these weeks</source>
        <translation>这几周无人操作</translation>
    </message>
    <message>
        <source>Only the owner sees this page. It counts work and says nothing of how well it was done.</source>
        <translation>仅管理者可见。此页只统计工作量，不反映工作质量。</translation>
    </message>
</context>
<context>
    <name>VisitsButton</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次就诊</numerusform>
        </translation>
    </message>
    <message>
        <source>Other cases of this person</source>
        <translation>此人的其他病例</translation>
    </message>
    <message>
        <source>Separate joined cases</source>
        <translation>拆分已合并的病例</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n 张胶片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VitalsStrip</name>
    <message>
        <source>Vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>{name} ({unit})</source>
        <translation>{name}（{unit}）</translation>
    </message>
    <message>
        <source>Unknown: {list}</source>
        <translation>未录入：{list}</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Open case</source>
        <translation>打开病例</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监视</translation>
    </message>
    <message>
        <source>{call}: open the case</source>
        <translation>{call}：打开病例</translation>
    </message>
    <message>
        <source>Watched folder: {name}</source>
        <translation>监视的文件夹：{name}</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>请重新发送</translation>
    </message>
    <message>
        <source>Image usable</source>
        <translation>图像可用</translation>
    </message>
    <message>
        <source>Image usable; no score</source>
        <translation>图像可用，未评分</translation>
    </message>
    <message>
        <source>Looking at the film</source>
        <translation>正在检查胶片</translation>
    </message>
    <message>
        <source>Waiting for films</source>
        <translation>等待新胶片</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重拍</translation>
    </message>
</context>
<context>
    <name>WeekChart</name>
    <message>
        <source>Films by week</source>
        <translation>每周胶片数</translation>
    </message>
    <message>
        <source>{films} films in {weeks} weeks</source>
        <translation>{weeks} 周共 {films} 张胶片</translation>
    </message>
    <message>
        <source>W{n}</source>
        <translation>{n}周</translation>
    </message>
    <message>
        <source>Without a score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>Screened</source>
        <translation>已筛查</translation>
    </message>
    <message>
        <source>Above threshold</source>
        <translation>高于阈值</translation>
    </message>
    <message>
        <source>To reckon with, 95 % interval</source>
        <translation>预计，95% 区间</translation>
    </message>
</context>
<context>
    <name>WeeksPage</name>
    <message>
        <source>No case in the last 26 weeks</source>
        <translation>最近 26 周没有病例</translation>
    </message>
    <message>
        <source>Numbers appear here as soon as films are opened.</source>
        <translation>打开胶片后，这里会显示统计数字。</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>各周</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>胶片</translation>
    </message>
    <message>
        <source>Screened</source>
        <translation>已筛查</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>出结果</translation>
    </message>
    <message>
        <source>To signature</source>
        <translation>至签署</translation>
    </message>
    <message>
        <source>Films above the threshold of a model in trusted use</source>
        <translation>高于正式启用模型阈值的胶片</translation>
    </message>
    <message>
        <source>Films below every threshold</source>
        <translation>低于所有阈值的胶片</translation>
    </message>
    <message>
        <source>Refused, failed, or looked at by models on trial alone</source>
        <translation>被拒、失败，或仅由试用模型看过</translation>
    </message>
    <message>
        <source>Films above a threshold that a clinician confirmed</source>
        <translation>高于阈值且经医师确认的胶片</translation>
    </message>
    <message>
        <source>Films above a threshold that a clinician rejected</source>
        <translation>高于阈值但被医师否定的胶片</translation>
    </message>
    <message>
        <source>Cases that are signed, of all cases</source>
        <translation>全部病例中已签署的病例</translation>
    </message>
    <message>
        <source>Median time from filing a film to the models&apos; answer</source>
        <translation>从胶片入库到模型给出结果的中位时间</translation>
    </message>
    <message>
        <source>Median time from opening a case to its first signature</source>
        <translation>从建立病例到首次签署的中位时间</translation>
    </message>
    <message>
        <source>All weeks</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day}</translation>
    </message>
    <message>
        <source>{signed} of {cases}</source>
        <translation>{signed} / {cases}</translation>
    </message>
    <message>
        <source>{reason}: {n}</source>
        <translation>{reason} {n}</translation>
    </message>
    <message>
        <source>Films without a score: {reasons}</source>
        <translation>无评分的胶片：{reasons}</translation>
    </message>
    <message>
        <source>Cases stand in the week of their visit, with what became of them until now.</source>
        <translation>病例计入就诊所在周，状态截至现在。</translation>
    </message>
    <message>
        <source>Models on trial are not counted.</source>
        <translation>试用模型不计入。</translation>
    </message>
    <message numerus="yes">
        <source>%n screened film(s) wait for your own first reading.</source>
        <translation>
            <numerusform>%n 张已筛查胶片等待您先行阅片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted from demonstration cases.</source>
        <translation>由演示病例统计。</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Records are encrypted. Only people with a passphrase open them.</source>
        <translation>病历已加密，只有知道口令的人才能打开。</translation>
    </message>
    <message>
        <source>First you make the owner, who looks after this computer.</source>
        <translation>首先设定管理者，由其管理本机。</translation>
    </message>
    <message>
        <source>Then you write down a recovery key: have pen and paper ready.</source>
        <translation>然后抄写恢复密钥：请备好纸笔。</translation>
    </message>
    <message>
        <source>Last you add the clinician who will read films.</source>
        <translation>最后添加阅片的医师。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer, and nobody else can reset it.</source>
        <translation>内容不离开本机，也没有其他人能重置口令。</translation>
    </message>
    <message>
        <source>The records will lie in</source>
        <translation>病历将保存在</translation>
    </message>
</context>
<context>
    <name>WhatIsSigned</name>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Dose that was shown</source>
        <translation>所示剂量</translation>
    </message>
    <message>
        <source>No dose was shown</source>
        <translation>当时未给出剂量</translation>
    </message>
    <message>
        <source>Against a check, because: {reason}</source>
        <translation>不顾核查提示，理由：{reason}</translation>
    </message>
    <message>
        <source>{finding}, frame {number}</source>
        <translation>{finding}，第 {number} 帧</translation>
    </message>
    <message>
        <source>On trial: nothing is decided on it</source>
        <translation>试用中：不据此作决定</translation>
    </message>
    <message>
        <source>No word yet</source>
        <translation>尚无意见</translation>
    </message>
</context>
<context>
    <name>WhoIsWho</name>
    <message>
        <source>A clinician or the owner has to decide who is who.</source>
        <translation>须由医师或所有者确认身份。</translation>
    </message>
    <message>
        <source>No other case seems to be of this person.</source>
        <translation>没有其他病例像是此人的。</translation>
    </message>
    <message>
        <source>{name} ({id}) may be the same person.</source>
        <translation>{name}（{id}）可能是同一人。</translation>
    </message>
    <message>
        <source>A clinician or the owner has to compare them.</source>
        <translation>须由医师或所有者比较。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>No cases were joined for this person.</source>
        <translation>此人没有合并过的病例。</translation>
    </message>
    <message>
        <source>The cases of {name} belong to one person now.</source>
        <translation>{name} 的病例现归为同一人。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The cases were separated again.</source>
        <translation>病例已重新分开。</translation>
    </message>
</context>
<context>
    <name>Whose</name>
    <message>
        <source>birth date unknown</source>
        <translation>出生日期不详</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>出生 {date}</translation>
    </message>
    <message>
        <source>ID {id}</source>
        <translation>编号 {id}</translation>
    </message>
    <message>
        <source>No ID</source>
        <translation>无编号</translation>
    </message>
    <message>
        <source>Who this is, is not settled: {why}</source>
        <translation>患者身份尚未确定：{why}</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Section: {name}, guessed ({share} %)</source>
        <translation>段落：{name}（推测，{share}%）</translation>
    </message>
    <message>
        <source>Section: {name}</source>
        <translation>段落：{name}</translation>
    </message>
    <message>
        <source>{code} (likeness {score} %)</source>
        <translation>{code}（相似度 {score}%）</translation>
    </message>
    <message>
        <source>{value} (written: {original})</source>
        <translation>{value}（原文：{original}）</translation>
    </message>
    <message>
        <source>{value}: read, but not used; it can&apos;t be right or lacks its unit</source>
        <translation>{value}：已识别但不采用；数值不合理或缺少单位</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The note gives no dose.</source>
        <translation>病历未写明剂量。</translation>
    </message>
    <message>
        <source>Contains: {names}</source>
        <translation>含：{names}</translation>
    </message>
    <message>
        <source>Corrected by {who}, {when}: not a mention</source>
        <translation>{who} 于 {when} 更正：不是有效提及</translation>
    </message>
    <message>
        <source>Added by {who}, {when}</source>
        <translation>{who} 于 {when} 添加</translation>
    </message>
    <message>
        <source>Corrected by {who}, {when}: code {code}</source>
        <translation>{who} 于 {when} 更正：编码 {code}</translation>
    </message>
    <message>
        <source>Corrected by {who}, {when}: {word}</source>
        <translation>{who} 于 {when} 更正：{word}</translation>
    </message>
    <message>
        <source>Corrected by {who}, {when}: {word} (the program read: {before})</source>
        <translation>{who} 于 {when} 更正：{word}（程序判读：{before}）</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this flag?</source>
        <translation>为何有此提示？</translation>
    </message>
    <message>
        <source>Choose a result to see why it is flagged.</source>
        <translation>选择一条结果，查看提示的原因。</translation>
    </message>
    <message>
        <source>Only: {who}</source>
        <translation>仅限：{who}</translation>
    </message>
    <message>
        <source>Change the typed line</source>
        <translation>修改录入的行</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>重新采用</translation>
    </message>
    <message>
        <source>Choose the test…</source>
        <translation>选择项目…</translation>
    </message>
    <message>
        <source>State the unit…</source>
        <translation>确定单位…</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>不采用…</translation>
    </message>
    <message>
        <source>Take back what was stated</source>
        <translation>撤回所作说明</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>Range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Other ranges</source>
        <translation>其他区间</translation>
    </message>
    <message>
        <source>Laboratory&apos;s flag</source>
        <translation>检验科提示</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>None. Without a range nothing is said; that does not mean normal.</source>
        <translation>无。没有参考区间则不作判断，并不表示正常。</translation>
    </message>
    <message>
        <source>{range}: the laboratory&apos;s own</source>
        <translation>{range}：检验科自有区间</translation>
    </message>
    <message>
        <source>{range}, for {whom}
{source}</source>
        <translation>{range}，适用于{whom}
{source}</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>低于{value}</translation>
    </message>
    <message>
        <source>above {value}</source>
        <translation>高于{value}</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>危急值</translation>
    </message>
    <message>
        <source>{sent}, {sum} = {value}
{source}</source>
        <translation>{sent}，{sum} = {value}
{source}</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>换算</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前次</translation>
    </message>
    <message>
        <source>Typed in: {place}</source>
        <translation>手工录入：{place}</translation>
    </message>
    <message>
        <source>{file}, {place}
imported {time} by {user}</source>
        <translation>{file}，{place}
由{user}于{time}导入</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Accepted by {who}, {time}</source>
        <translation>{who}接受，{time}</translation>
    </message>
    <message>
        <source>Rejected by {who}, {time}</source>
        <translation>{who}否定，{time}</translation>
    </message>
    <message>
        <source>Edited by {who}, {time}</source>
        <translation>{who}修改，{time}</translation>
    </message>
    <message>
        <source>Taken back by {who}, {time}</source>
        <translation>{who}撤回，{time}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>未记名者</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>否定</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left half done.</source>
        <translation>已停止，没有留下半成品。</translation>
    </message>
</context>
<context>
    <name>WorklistPanel</name>
    <message>
        <source>Search name, ID, birth date</source>
        <translation>搜索姓名、编号、出生日期</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>搜索工作列表</translation>
    </message>
    <message>
        <source>Any writing of the name, pinyin initials, ID, birth date, or the file of a film that nobody is named on</source>
        <translation>姓名的任意写法、拼音首字母、编号、出生日期，或无患者信息的胶片的文件名</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Compare patients…</source>
        <translation>比较患者…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>Fold the worklist</source>
        <translation>折叠工作列表</translation>
    </message>
    <message>
        <source>Show the worklist</source>
        <translation>展开工作列表</translation>
    </message>
    <message>
        <source>Open case not in this list</source>
        <translation>当前病例不在此列表中</translation>
    </message>
</context>
<context>
    <name>WriteStep</name>
    <message>
        <source>Write down the recovery key</source>
        <translation>抄写恢复密钥</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已抄好</translation>
    </message>
    <message>
        <source>It is shown only now. It opens every record when all passphrases are forgotten, so write it on paper by hand and lock the paper away. Without it, records whose passphrases are forgotten are lost for ever.</source>
        <translation>仅此时显示。忘记所有口令时，它能打开全部病历，请手写在纸上并锁好。没有它，忘记口令就等于丢失病历。</translation>
    </message>
</context>
<context>
    <name>_AskStep</name>
    <message>
        <source>Your passphrase</source>
        <translation>您的口令</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n file(s) could not be opened. The list says why.</source>
        <translation>
            <numerusform>有 %n 个文件未能打开。原因见列表。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) went to other cases: {names}. The open case was not changed.</source>
        <translation>
            <numerusform>%n 张胶片归入了其他病例：{names}。打开的病例未变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) were here before: {names}. Nothing was changed.</source>
        <translation>
            <numerusform>%n 张胶片已在库中：{names}。未作任何更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) in there are no films and were left out.</source>
        <translation>
            <numerusform>其中另有 %n 个文件不是胶片，已略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Why</name>
    <message>
        <source>with</source>
        <translation>有</translation>
    </message>
    <message>
        <source>without</source>
        <translation>无</translation>
    </message>
    <message>
        <source>It is not in the folder.</source>
        <translation>文件夹中没有此文件。</translation>
    </message>
    <message>
        <source>No line names it.</source>
        <translation>标签文件中没有对应的行。</translation>
    </message>
    <message>
        <source>Every film of the label file is in the figures.</source>
        <translation>标签文件中的所有胶片均已计入指标。</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>{whom} read it back; told by {who}, {time}</source>
        <translation>{whom}已复述；{who}通知，{time}</translation>
    </message>
    <message>
        <source>{whom} was told by {who}, {time}; not read back</source>
        <translation>{who}已通知{whom}，{time}；未复述</translation>
    </message>
    <message numerus="yes">
        <source>What you typed in %n field(s) of the case of {name} at {time} was recovered.</source>
        <translation>
            <numerusform>您在 {time} 为{name}的病例输入的 %n 处内容已恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it: some of it waits for your word.</source>
        <translation>请查看：其中有内容等待您确认。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What was typed</source>
        <translation>输入内容</translation>
    </message>
    <message>
        <source>Choose a folder of films whose truth you know, and a table that says it: a line for each film, with a column for its name and one for the finding (1 or 0). Both may be dropped here.</source>
        <translation>请选择已知结果的胶片文件夹，以及记载结果的表格：每张胶片一行，一列为文件名，一列为所见（1 或 0）。两者均可拖放到此处。</translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) will be looked at: {with_} with and {without} without it.</source>
        <translation>
            <numerusform>将查看 %n 张胶片：有该所见{with_}张，无该所见{without}张。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is enough to measure, but a threshold of this site takes at least {least} patients with and {least} without the finding.</source>
        <translation>可以评估，但确定站点阈值至少需要{least}名有该所见和{least}名无该所见的患者。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) name no film in the folder: {names}</source>
        <translation>
            <numerusform>有 %n 行在文件夹中找不到胶片：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) have no label and are left out: {names}</source>
        <translation>
            <numerusform>有 %n 张胶片没有标签，不计入：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s) with an open label are left out.</source>
        <translation>
            <numerusform>有 %n 张标签不明的胶片不计入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) say of a film again what another line says.</source>
        <translation>
            <numerusform>有 %n 行与另一行重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>No column says of whom the films are. Where the film does not say it either, each counts as a patient of its own.</source>
        <translation>没有注明患者的列。胶片自身也未注明时，每张按一名患者计。</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Read as {encoding}, columns separated by {mark}.</source>
        <translation>按 {encoding} 读取，以{mark}分列。</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>UTC {time}</source>
        <translation>协调世界时 {time}</translation>
    </message>
    <message>
        <source>Case {id}</source>
        <translation>病例 {id}</translation>
    </message>
</context>
<context>
    <name>corrected</name>
    <message>
        <source>Turned, un-inverted</source>
        <translation>已旋转、恢复黑白</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>已旋转</translation>
    </message>
    <message>
        <source>Un-inverted</source>
        <translation>已恢复黑白</translation>
    </message>
    <message>
        <source>by {name}, {time}</source>
        <translation>{name}，{time}</translation>
    </message>
    <message>
        <source>{done} {who}</source>
        <translation>{done}（{who}）</translation>
    </message>
    <message>
        <source>Clinicians, screening officers and the owner screen films.</source>
        <translation>医师、筛查员和管理者可筛查胶片。</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>撤销校正</translation>
    </message>
    <message>
        <source>Screen the film again as it was stored; its refusal comes back</source>
        <translation>按存储的原样重新筛查；将恢复原来的拒绝提示</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some}和{last}</translation>
    </message>
    <message>
        <source>Age unknown</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>Age in years completed since birth; months or days for small children.</source>
        <translation>周岁（实足年龄），不是虚岁；婴幼儿填月龄或日龄。</translation>
    </message>
    <message>
        <source>Date of the common (solar) calendar.</source>
        <translation>公历（阳历）日期，不是农历。</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>No ID</source>
        <translation>无编号</translation>
    </message>
    <message>
        <source>Allergies: not asked</source>
        <translation>过敏史：未询问</translation>
    </message>
    <message>
        <source>Allergies: none known</source>
        <translation>过敏史：无已知过敏</translation>
    </message>
    <message>
        <source>Allergies: {list}</source>
        <translation>过敏：{list}</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>labs</name>
    <message>
        <source>Other tests</source>
        <translation>其他项目</translation>
    </message>
    <message>
        <source>Blood count</source>
        <translation>血常规</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>生化</translation>
    </message>
    <message>
        <source>Clotting</source>
        <translation>凝血</translation>
    </message>
    <message>
        <source>Blood gases</source>
        <translation>血气</translation>
    </message>
    <message>
        <source>Urinalysis</source>
        <translation>尿常规</translation>
    </message>
    <message>
        <source>Urine</source>
        <translation>尿液</translation>
    </message>
    <message>
        <source>24-hour urine</source>
        <translation>24小时尿</translation>
    </message>
    <message>
        <source>Cerebrospinal fluid</source>
        <translation>脑脊液</translation>
    </message>
    <message>
        <source>Stool</source>
        <translation>粪便</translation>
    </message>
    <message>
        <source>Arterial blood</source>
        <translation>动脉血</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count}个结果</translation>
    </message>
    <message>
        <source>As sent: {names}</source>
        <translation>原名：{names}</translation>
    </message>
    <message>
        <source>As sent: {value}</source>
        <translation>原值：{value}</translation>
    </message>
    <message>
        <source>The laboratory&apos;s own range</source>
        <translation>检验科自有参考区间</translation>
    </message>
    <message>
        <source>Critical high</source>
        <translation>危急高值</translation>
    </message>
    <message>
        <source>Critical low</source>
        <translation>危急低值</translation>
    </message>
    <message>
        <source>High</source>
        <translation>偏高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>In range</source>
        <translation>区间内</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>Which test?</source>
        <translation>哪个项目？</translation>
    </message>
    <message>
        <source>Which unit?</source>
        <translation>什么单位？</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被替代</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>Unnamed test</source>
        <translation>未命名项目</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>{age} and older</source>
        <translation>{age}及以上</translation>
    </message>
    <message>
        <source>{since} to under {until}</source>
        <translation>{since}至不满{until}</translation>
    </message>
    <message>
        <source>pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>pregnancy, trimester {number}</source>
        <translation>妊娠第{number}期</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>海拔{metres}米</translation>
    </message>
    <message>
        <source>blood</source>
        <translation>血液</translation>
    </message>
    <message>
        <source>arterial blood</source>
        <translation>动脉血</translation>
    </message>
    <message>
        <source>serum or plasma</source>
        <translation>血清或血浆</translation>
    </message>
    <message>
        <source>urine</source>
        <translation>尿液</translation>
    </message>
    <message>
        <source>stool</source>
        <translation>粪便</translation>
    </message>
    <message>
        <source>cerebrospinal fluid</source>
        <translation>脑脊液</translation>
    </message>
    <message>
        <source>sputum</source>
        <translation>痰液</translation>
    </message>
    <message>
        <source>body fluid</source>
        <translation>体液</translation>
    </message>
    <message>
        <source>swab</source>
        <translation>拭子</translation>
    </message>
    <message>
        <source>other specimen</source>
        <translation>其他标本</translation>
    </message>
</context>
<context>
    <name>labs_roles</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Reference range</source>
        <translation>参考区间</translation>
    </message>
    <message>
        <source>Range, lower end</source>
        <translation>区间下限</translation>
    </message>
    <message>
        <source>Range, upper end</source>
        <translation>区间上限</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Specimen taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>Time of day it was taken</source>
        <translation>采样时刻</translation>
    </message>
    <message>
        <source>Values of this test</source>
        <translation>该项目的结果</translation>
    </message>
    <message>
        <source>Code of the test</source>
        <translation>项目代码</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>组合项目</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>标本</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>检验科</translation>
    </message>
    <message>
        <source>Specimen received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>报告时间</translation>
    </message>
    <message>
        <source>Patient&apos;s name</source>
        <translation>患者姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Resident ID</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
</context>
<context>
    <name>recovery_print</name>
    <message>
        <source>MedDx Desktop: recovery key</source>
        <translation>MedDx Desktop：恢复密钥</translation>
    </message>
    <message>
        <source>Printed {date}</source>
        <translation>打印于 {date}</translation>
    </message>
    <message>
        <source>Whoever holds this sheet can open every record. Keep it in a safe, away from the computer. Write the name of the clinic on it by hand.</source>
        <translation>持有此纸者可打开全部病历。请存放在远离电脑的保险柜中，并手写诊所名称。</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>× {value} ({low} to {high})</source>
        <translation>× {value}（{low}～{high}）</translation>
    </message>
    <message>
        <source>Model {model}: lower ends of its measured sensitivity and specificity</source>
        <translation>模型 {model}：取其实测灵敏度和特异度的区间下限</translation>
    </message>
    <message>
        <source>not opened, unverified</source>
        <translation>未查阅、未核实</translation>
    </message>
    <message>
        <source>opened {day}</source>
        <translation>查阅于 {day}</translation>
    </message>
    <message>
        <source>{place}; prior {value} %, entered here by {who} on {day}</source>
        <translation>{place}；验前概率 {value}%，由 {who} 于 {day} 录入</translation>
    </message>
    <message>
        <source>{place}; prior {value} % of {source}</source>
        <translation>{place}；验前概率 {value}%，来源：{source}</translation>
    </message>
    <message>
        <source>{place}; prior {value} % ({low} to {high} %) of {source}</source>
        <translation>{place}；验前概率 {value}%（{low}～{high}%），来源：{source}</translation>
    </message>
    <message>
        <source>{band}; may be {low}, may be {high}</source>
        <translation>{band}（可低至{low}，可高至{high}）</translation>
    </message>
    <message>
        <source>No prior was read for a patient like this: ranked in words, no probability.</source>
        <translation>此类患者没有查到验前概率：仅以文字排序，不给出概率。</translation>
    </message>
    <message>
        <source>No probability: nobody knows by how much a definition that is met changes it.</source>
        <translation>不给出概率：符合定义会使概率改变多少，尚无数据。</translation>
    </message>
    <message>
        <source>{finding} ({test})</source>
        <translation>{finding}（{test}）</translation>
    </message>
    <message>
        <source>would meet the criteria</source>
        <translation>可满足诊断标准</translation>
    </message>
    <message>
        <source>up to × {value}</source>
        <translation>最多 × {value}</translation>
    </message>
    <message>
        <source>down to × {value}</source>
        <translation>最低 × {value}</translation>
    </message>
    <message>
        <source>{where}: {words}</source>
        <translation>{where}：{words}</translation>
    </message>
</context>
<context>
    <name>site_lines</name>
    <message>
        <source>Site threshold since {date}; the model&apos;s own: {shipped}.</source>
        <translation>本站点阈值，自{date}起；模型原阈值：{shipped}。</translation>
    </message>
    <message>
        <source>Corrected for a share of {share} % here: {chance} % chance of the finding.</source>
        <translation>按本地患病率{share}%校正：有该所见的概率为{chance}%。</translation>
    </message>
    <message>
        <source>Of 100 films found like this here, about {ppv} have the finding.</source>
        <translation>本地每100张如此判为阳性的胶片中，约{ppv}张确有该所见。</translation>
    </message>
</context>
<context>
    <name>told</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}～{high}</translation>
    </message>
    <message>
        <source>{amount} = {volume} mL of {strength}</source>
        <translation>{amount}（{strength}制剂{volume} mL）</translation>
    </message>
    <message>
        <source>{amount} = {count} × {strength} (tablets)</source>
        <translation>{amount}（{strength}片剂 × {count}片）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>once</source>
        <translation>单次</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>每日1次</translation>
    </message>
    <message>
        <source>{count} times a day</source>
        <translation>每日{count}次</translation>
    </message>
    <message>
        <source>{times} (every {hours} h)</source>
        <translation>{times}（每{hours}小时1次）</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>疗程1天</translation>
    </message>
    <message>
        <source>for {days} days</source>
        <translation>疗程{days}天</translation>
    </message>
    <message>
        <source>for {low} to {high} days</source>
        <translation>疗程{low}～{high}天</translation>
    </message>
    <message>
        <source>From {amount} {unit} per kg and dose, weight {weight} kg ({day})</source>
        <translation>按每次{amount} {unit}/kg计算，体重{weight} kg（{day}）</translation>
    </message>
    <message>
        <source>Held at the highest dose allowed</source>
        <translation>已取允许的最大剂量</translation>
    </message>
    <message>
        <source>At most {amount} {unit} in 24 hours</source>
        <translation>24小时最多{amount} {unit}</translation>
    </message>
    <message>
        <source>{severity} · {kind}: {other}</source>
        <translation>{severity} · {kind}：{other}</translation>
    </message>
    <message>
        <source>Chosen by {who}, {time}</source>
        <translation>{who} {time}选用</translation>
    </message>
    <message>
        <source>clearance {value} mL/min</source>
        <translation>肌酐清除率{value} mL/min</translation>
    </message>
    <message>
        <source>creatinine {value} µmol/L, no clearance</source>
        <translation>肌酐{value} µmol/L，未算清除率</translation>
    </message>
    <message>
        <source>clearance not known</source>
        <translation>肌酐清除率未知</translation>
    </message>
    <message>
        <source>Child-Pugh {grade}</source>
        <translation>Child-Pugh {grade}级</translation>
    </message>
    <message>
        <source>weight not known</source>
        <translation>体重未知</translation>
    </message>
    <message>
        <source>Allergies: {list}</source>
        <translation>过敏史：{list}</translation>
    </message>
    <message>
        <source>Allergies: none known</source>
        <translation>过敏史：无已知过敏</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>This file is not there. Check the name, or whether the stick is still plugged in.</source>
        <translation>找不到此文件。请检查文件名，或U盘是否仍插着。</translation>
    </message>
    <message>
        <source>This file may not be read. Ask the owner of the computer for permission, or copy it to your own folder.</source>
        <translation>没有读取此文件的权限。请向电脑管理者申请权限，或将文件复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>This file is empty. Export or copy it again.</source>
        <translation>此文件为空。请重新导出或复制。</translation>
    </message>
    <message>
        <source>This file vanished while it was read. Plug the stick in again and retry.</source>
        <translation>读取过程中文件消失。请重新插入U盘后再试。</translation>
    </message>
    <message>
        <source>This file was changed since it was opened. Open it again; nothing is shown, because it could be another film.</source>
        <translation>此文件打开后已被更改。请重新打开；因可能是另一张胶片，不予显示。</translation>
    </message>
    <message>
        <source>This file is larger than a film can be. Check that it is the right file.</source>
        <translation>此文件大于胶片可能的大小。请确认文件是否正确。</translation>
    </message>
    <message>
        <source>This is no picture that the program knows. Use DICOM, PNG, JPEG, TIFF or BMP.</source>
        <translation>这不是程序可识别的图像。请使用 DICOM、PNG、JPEG、TIFF 或 BMP。</translation>
    </message>
    <message>
        <source>This file stops in the middle. Export or copy it again.</source>
        <translation>此文件不完整，中途截断。请重新导出或复制。</translation>
    </message>
    <message>
        <source>The header of this file is damaged. Export it again from the X-ray console.</source>
        <translation>此文件的头信息已损坏。请从X线控制台重新导出。</translation>
    </message>
    <message>
        <source>This DICOM file holds no picture. Export the film itself.</source>
        <translation>此 DICOM 文件不含图像。请导出胶片本身。</translation>
    </message>
    <message>
        <source>This DICOM file is a document ({kind}), not a film. Export the film itself.</source>
        <translation>此 DICOM 文件是文档（{kind}），不是胶片。请导出胶片本身。</translation>
    </message>
    <message>
        <source>This picture has no rows or no columns. Export it again.</source>
        <translation>此图像的行数或列数为零。请重新导出。</translation>
    </message>
    <message>
        <source>The picture data does not match the size in the header. Export it again; nothing is shown, because it could be wrong.</source>
        <translation>图像数据与头信息中的尺寸不符。请重新导出；为避免误导，不予显示。</translation>
    </message>
    <message>
        <source>This picture claims {rows} x {columns} pixels, more than the program opens. Check that it is a film.</source>
        <translation>此图像声称有 {rows} x {columns} 像素，超出程序可打开的范围。请确认它是胶片。</translation>
    </message>
    <message>
        <source>This film is stored in a form that the program does not know ({uid}). Export it uncompressed.</source>
        <translation>此胶片的存储格式程序不识别（{uid}）。请以不压缩方式导出。</translation>
    </message>
    <message>
        <source>The compressed picture in this file can&apos;t be decoded. Export it again or uncompressed.</source>
        <translation>此文件中的压缩图像无法解码。请重新导出，或以不压缩方式导出。</translation>
    </message>
    <message>
        <source>The colours of this film are described in a way that can&apos;t be right ({value}). Export it again.</source>
        <translation>此胶片的颜色描述有误（{value}）。请重新导出。</translation>
    </message>
    <message>
        <source>This picture has a kind of pixel that is no X-ray film ({bits}). Export the film itself.</source>
        <translation>此图像的像素类型不是X线胶片（{bits}）。请导出胶片本身。</translation>
    </message>
    <message>
        <source>A table that this film needs for its grey levels is missing. Export it again.</source>
        <translation>此胶片缺少所需的灰度表。请重新导出。</translation>
    </message>
    <message>
        <source>Frame {frame} is not in this file, which holds {frames}.</source>
        <translation>此文件没有第 {frame} 帧，共有 {frames} 帧。</translation>
    </message>
    <message>
        <source>This zip file is locked with a password. Unpack it first, then open the folder.</source>
        <translation>此 zip 文件有密码保护。请先解压，再打开文件夹。</translation>
    </message>
    <message>
        <source>This zip file unpacks to far more than it should and was not opened.</source>
        <translation>此 zip 文件解压后的大小远超正常，未予打开。</translation>
    </message>
    <message>
        <source>This zip file holds a name that points outside of it, so none of it was opened. Unpack it yourself if you trust it.</source>
        <translation>该压缩包中有指向其外部的文件名，因此未打开其中任何文件。如果您信任它，请自行解压。</translation>
    </message>
    <message>
        <source>This zip file is damaged. Copy it again.</source>
        <translation>此 zip 文件已损坏。请重新复制。</translation>
    </message>
    <message>
        <source>This zip file is packed in a way that the program does not open. Unpack it first, then open the folder.</source>
        <translation>此 zip 文件的压缩方式程序无法打开。请先解压，再打开文件夹。</translation>
    </message>
    <message>
        <source>A zip file inside a zip file is not opened. Unpack it first.</source>
        <translation>zip 文件内的 zip 文件不会打开。请先解压。</translation>
    </message>
    <message>
        <source>The directory of this disc points to a file outside the disc; that entry was not opened.</source>
        <translation>此光盘的目录指向光盘以外的文件；该条目未予打开。</translation>
    </message>
    <message>
        <source>The directory of this disc names a film that is not there. Copy the whole disc again.</source>
        <translation>此光盘的目录列出了不存在的胶片。请重新复制整张光盘。</translation>
    </message>
    <message>
        <source>The directory of this disc (DICOMDIR) is damaged. Open the folder with the films instead.</source>
        <translation>此光盘的目录（DICOMDIR）已损坏。请改为打开胶片所在的文件夹。</translation>
    </message>
    <message>
        <source>“{text}” is no age. Write 45y, 18m or 10d.</source>
        <translation>“{text}”不是年龄。请写成 45y（岁）、18m（月）或 10d（天）。</translation>
    </message>
    <message>
        <source>“{text}” is no sex. Write F or M.</source>
        <translation>“{text}”不是性别。请写 F（女）或 M（男）。</translation>
    </message>
    <message>
        <source>“{text}” is no view. Write PA or AP.</source>
        <translation>“{text}”不是体位。请写 PA 或 AP。</translation>
    </message>
    <message>
        <source>This value can&apos;t be right; it must lie between {low} and {high}. It was not kept.</source>
        <translation>此数值不可能正确；应在 {low} 至 {high} 之间。未予保存。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write year-month-day, for example 2024-03-31.</source>
        <translation>“{text}”不是日期。请写成 年-月-日，例如 2024-03-31。</translation>
    </message>
    <message>
        <source>The diastolic pressure must lie below the systolic one. It was not kept; check both.</source>
        <translation>舒张压必须低于收缩压。该值未保存，请核对两者。</translation>
    </message>
    <message>
        <source>“{text}” is no number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>This resident number can&apos;t be right: its check digit or its date does not fit. Compare it with the card.</source>
        <translation>该身份证号有误：校验码或日期不符。请与证件核对。</translation>
    </message>
    <message>
        <source>The check of this film no longer says that. Look at the film again; nothing was changed.</source>
        <translation>对此胶片的检查已不再这样提示。请重新查看胶片；未作任何更改。</translation>
    </message>
    <message>
        <source>This case is no longer in the list.</source>
        <translation>此病例已不在列表中。</translation>
    </message>
    <message>
        <source>The setting “{key}” can&apos;t hold this value.</source>
        <translation>设置“{key}”不能取此值。</translation>
    </message>
    <message>
        <source>The settings could not be saved; they hold until the program ends. Check free disk space.</source>
        <translation>设置未能保存，仅在程序退出前有效。请检查磁盘剩余空间。</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}. Choose another folder.</source>
        <translation>无法写入 {folder}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The results could not be written to standard output. Check the disk or the program that reads them, and run it again.</source>
        <translation>结果无法写入标准输出。请检查磁盘或接收结果的程序，然后重新运行。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again; what was finished is kept.</source>
        <translation>磁盘已满。请腾出空间后再试；已完成的部分已保留。</translation>
    </message>
    <message>
        <source>The folder {folder} is not there. Choose another one.</source>
        <translation>文件夹 {folder} 不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no model named “{name}”. `meddx models list` shows what is installed.</source>
        <translation>没有名为“{name}”的模型。`meddx models list` 可列出已安装的模型。</translation>
    </message>
    <message>
        <source>The model {name} checks films and gives no findings; it runs before every other one. Name a screening model.</source>
        <translation>模型 {name} 只检查影像是否合格，不给出所见，并总在其他模型之前运行。请指定筛查模型。</translation>
    </message>
    <message>
        <source>The model {name} works on laboratory results and looks at no film. Name a screening model.</source>
        <translation>模型{name}用于检验结果，不看胶片。请指定筛查模型。</translation>
    </message>
    <message>
        <source>The model {name} reads notes and looks at no film. Name a screening model.</source>
        <translation>模型 {name} 用于读取病历文本，不看胶片。请指定筛查模型。</translation>
    </message>
    <message>
        <source>The model package {name} lacks its file {file} and was not loaded. Install the package again.</source>
        <translation>模型包 {name} 缺少文件 {file}，未加载。请重新安装该模型包。</translation>
    </message>
    <message>
        <source>The file {file} of the model package {name} was changed and the package was not loaded. Install it again.</source>
        <translation>模型包 {name} 的文件 {file} 已被更改，该包未加载。请重新安装。</translation>
    </message>
    <message>
        <source>The model package {name} has no manifest and was not loaded. Install it again.</source>
        <translation>模型包 {name} 没有清单，未加载。请重新安装。</translation>
    </message>
    <message>
        <source>The manifest of the model package {name} is wrong at “{field}”; the package was not loaded.</source>
        <translation>模型包 {name} 的清单在“{field}”处有误；该包未加载。</translation>
    </message>
    <message>
        <source>The model package {name} is made for a newer program. Update the program first.</source>
        <translation>模型包 {name} 适用于更新版本的程序。请先更新程序。</translation>
    </message>
    <message>
        <source>The tensor {tensor} of the model package {name} is not as its manifest says; the package was not loaded.</source>
        <translation>模型包 {name} 的张量 {tensor} 与清单不符；该包未加载。</translation>
    </message>
    <message>
        <source>The model package {name} points to data outside itself and was not loaded.</source>
        <translation>模型包 {name} 引用了包外数据，未加载。</translation>
    </message>
    <message>
        <source>The network of the model package {name} can&apos;t be opened. Install the package again.</source>
        <translation>模型包 {name} 的网络无法打开。请重新安装该模型包。</translation>
    </message>
    <message>
        <source>The model package {name} was not delivered with this program (models/SHA256SUMS does not name it) and was not loaded.</source>
        <translation>模型包 {name} 不是随本程序交付的（models/SHA256SUMS 中没有它），未加载。</translation>
    </message>
    <message>
        <source>The model package {name} is larger than the program accepts.</source>
        <translation>模型包 {name} 超出程序接受的大小。</translation>
    </message>
    <message>
        <source>The model package {name} holds {file}, which its manifest does not name; it was not loaded.</source>
        <translation>模型包 {name} 含有清单未列出的文件 {file}；该包未加载。</translation>
    </message>
    <message>
        <source>The model {name} answered with something that is no result; no score is shown.</source>
        <translation>模型 {name} 的输出不是有效结果；不显示评分。</translation>
    </message>
    <message>
        <source>The file {file} of the model package {name} can&apos;t be used as its sample; the package is not used. Ask whoever made it for a whole one.</source>
        <translation>模型包 {name} 的文件 {file} 不能用作样例，该模型包不会使用。请向制作者索取完整的模型包。</translation>
    </message>
    <message>
        <source>The sample of the model package {name} allows more deviation than {limit}, which would prove nothing; the package is not used. Ask whoever made it to state a smaller one.</source>
        <translation>模型包 {name} 的样例允许的偏差超过 {limit}，不能证明任何结果，该模型包不会使用。请制作者改用更小的偏差。</translation>
    </message>
    <message>
        <source>The model {name} answers differently to the same film. Do not use it; tell the supplier.</source>
        <translation>模型 {name} 对同一张胶片给出不同的结果。请勿使用，并告知供应方。</translation>
    </message>
    <message>
        <source>The network of the model package {name} uses {operator}, which answers by chance; it was not installed. Export it again without, as for use and not for training.</source>
        <translation>模型包 {name} 的网络使用了结果随机的算子 {operator}，未安装。请按使用模式（而非训练模式）重新导出，去掉该算子。</translation>
    </message>
    <message>
        <source>This computer has too little memory for the model {name}. Close other programs and try again; if it stays so, tell whoever made it.</source>
        <translation>此电脑的内存不足以运行模型 {name}。请关闭其他程序后重试；如仍不行，请告知制作者。</translation>
    </message>
    <message>
        <source>The network of the model {name} stops while it runs. Do not use it; tell whoever made it.</source>
        <translation>模型 {name} 的网络在运行中停止。请勿使用，并告知制作者。</translation>
    </message>
    <message>
        <source>The model {name} does not give its own sample&apos;s result on this computer. Do not use it; tell the supplier.</source>
        <translation>模型 {name} 在此电脑上不能重现自带样例的结果。请勿使用，并告知供应方。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read. Check that the stick is still plugged in and the file may be read.</source>
        <translation>无法读取该文件。请检查 U 盘是否仍插着，以及文件是否可读。</translation>
    </message>
    <message>
        <source>This file is no whole model package. Copy it again, or ask the sender for it again.</source>
        <translation>该文件不是完整的模型包。请重新复制，或请发送方重新提供。</translation>
    </message>
    <message>
        <source>This file or a part of it is larger than a model package may be ({limit_mb} MB). Nothing of it was installed; ask the sender.</source>
        <translation>该文件或其中一部分超过模型包的上限（{limit_mb} MB）。未安装任何内容；请询问发送方。</translation>
    </message>
    <message>
        <source>This file unpacks to more than it states, so none of it was installed. Tell whoever gave it to you.</source>
        <translation>该文件解压后大于其声明的大小，因此未安装任何内容。请告知提供者。</translation>
    </message>
    <message>
        <source>This file holds a name that no model package needs ({file}), so none of it was installed. Tell whoever gave it to you.</source>
        <translation>该文件含有模型包不应有的名称（{file}），因此未安装任何内容。请告知提供者。</translation>
    </message>
    <message>
        <source>This file holds a link to another place ({file}), so none of it was installed. Tell whoever gave it to you.</source>
        <translation>该文件含有指向别处的链接（{file}），因此未安装任何内容。请告知提供者。</translation>
    </message>
    <message>
        <source>This file holds {file} twice, so none of it was installed. Ask the sender to pack it again.</source>
        <translation>该文件中 {file} 出现两次，因此未安装任何内容。请发送方重新打包。</translation>
    </message>
    <message>
        <source>This file holds an archive inside itself ({file}), so none of it was installed. Ask the sender for the package itself.</source>
        <translation>该文件内还含有压缩包（{file}），因此未安装任何内容。请向发送方索取模型包本身。</translation>
    </message>
    <message>
        <source>This file holds {file}, which does not belong in a model package, so none of it was installed. Ask the sender to pack it again.</source>
        <translation>该文件含有不属于模型包的 {file}，因此未安装任何内容。请发送方重新打包。</translation>
    </message>
    <message>
        <source>This file is locked with a password. Ask the sender for a package without one; a signature protects it.</source>
        <translation>该文件设有密码。请向发送方索取无密码的模型包；签名即可保护它。</translation>
    </message>
    <message>
        <source>This file was changed since it was looked at, so it was not installed. Open it again and compare.</source>
        <translation>该文件在查看之后被更改，因此未安装。请重新打开并核对。</translation>
    </message>
    <message>
        <source>The file could not be written to {folder}. Check the stick and its free space, and try again.</source>
        <translation>无法将文件写入 {folder}。请检查 U 盘及其剩余空间后重试。</translation>
    </message>
    <message>
        <source>Nobody signed the model package {name}. Ask the sender for a signed one, or type its name to install it all the same.</source>
        <translation>模型包 {name} 无人签名。请向发送方索取已签名的模型包，或输入其名称仍要安装。</translation>
    </message>
    <message>
        <source>The signature of this file does not hold: it was changed after it was signed. Ask the sender for it again.</source>
        <translation>该文件的签名不成立：签名后被更改。请发送方重新提供。</translation>
    </message>
    <message>
        <source>The signer of the model package {name} is not known here ({signer}). Telephone the sender and compare, or type the package&apos;s name to install it all the same.</source>
        <translation>此处不认识模型包 {name} 的签名者（{signer}）。请致电发送方核对，或输入模型包名称仍要安装。</translation>
    </message>
    <message>
        <source>The signature under {name} was revoked ({signer}). It can&apos;t be used; ask the sender for a new one.</source>
        <translation>{name} 的签名已被吊销（{signer}），不能使用；请向发送方索取新的模型包。</translation>
    </message>
    <message>
        <source>What was typed is not the package&apos;s name, {name}. Nothing was installed; type it again.</source>
        <translation>输入的不是模型包名称 {name}。未安装任何内容；请重新输入。</translation>
    </message>
    <message>
        <source>The model package {name} {version} was revoked and is not used. Choose another version under Models.</source>
        <translation>模型包 {name} {version} 已被吊销，不再使用。请在“模型”中选择其他版本。</translation>
    </message>
    <message>
        <source>Another content of {name} {version} is here already. Ask the sender to give theirs a version of its own.</source>
        <translation>此处已有内容不同的 {name} {version}。请发送方为其模型包另定版本号。</translation>
    </message>
    <message>
        <source>There is no installed version {version} of {name}. Look at the list of models.</source>
        <translation>未安装 {name} 的版本 {version}。请查看模型列表。</translation>
    </message>
    <message>
        <source>{name} {version} is in use. Switch to another version first.</source>
        <translation>{name} {version} 正在使用。请先切换到其他版本。</translation>
    </message>
    <message>
        <source>{name} checks films before they are scored. Such a package comes with the program alone; it was not installed.</source>
        <translation>{name} 用于评分前检查胶片。此类模型包只随程序提供；未安装。</translation>
    </message>
    <message>
        <source>The package {name} holds a model that reads notes. Those come with the program only; this one was not installed.</source>
        <translation>软件包 {name} 含有读取病历文本的模型。此类模型只随程序提供；未安装。</translation>
    </message>
    <message>
        <source>There is no risk model named “{name}”. `meddx models list` shows what is here.</source>
        <translation>没有名为“{name}”的风险模型。用`meddx models list`查看现有模型。</translation>
    </message>
    <message>
        <source>The model {name} tells a curve over years, not a share. There is nothing to enter for it.</source>
        <translation>模型{name}给出逐年曲线，不涉及患病比例，无需录入。</translation>
    </message>
    <message>
        <source>The package {name} holds a risk model for laboratory results. Those come with the program only; this one was not installed.</source>
        <translation>模型包{name}是检验结果的风险模型。此类模型只随程序提供；未安装。</translation>
    </message>
    <message>
        <source>The model package calls itself {name}. A name has small letters, digits and hyphens; ask the sender to change it.</source>
        <translation>该模型包自称 {name}。名称只能含小写字母、数字和连字符；请发送方更改。</translation>
    </message>
    <message>
        <source>The network of the model package {name} uses {operator}, which is no plain operator of the ONNX standard; it was not installed. Export it again without.</source>
        <translation>模型包 {name} 的网络使用了 {operator}，不是 ONNX 标准的普通算子；未安装。请去掉后重新导出。</translation>
    </message>
    <message>
        <source>The network of the model package {name} is written in ONNX operator set {opset}, or its manifest says otherwise. Export it again in a set from {low} to {high} and state that one.</source>
        <translation>模型包 {name} 的网络采用 ONNX 算子集 {opset}，或与其清单不符。请用 {low} 至 {high} 的算子集重新导出，并如实注明。</translation>
    </message>
    <message>
        <source>The model package {name} answers with something that is no number, so it was not installed. Tell whoever made it.</source>
        <translation>模型包 {name} 的输出不是数值，因此未安装。请告知制作者。</translation>
    </message>
    <message>
        <source>Give the signer a name of up to {limit} letters, by which people here know it.</source>
        <translation>请为签名者填写本单位所知的名称，最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>This is not the fingerprint of that signer. Telephone the sender and compare all of it; nothing was changed.</source>
        <translation>这不是该签名者的指纹。请致电发送方逐位核对；未作任何更改。</translation>
    </message>
    <message>
        <source>No such signer is known here. Look at the list of signers.</source>
        <translation>此处没有这个签名者。请查看签名者列表。</translation>
    </message>
    <message>
        <source>The list of revoked packages is damaged, so it was not taken in and no installed model is used without it. Ask for it again, or install the program again.</source>
        <translation>吊销列表已损坏，因此未导入；没有它，已安装的模型均不使用。请重新索取，或重新安装程序。</translation>
    </message>
    <message>
        <source>This list of revoked packages was signed by somebody who is not known here ({signer}). Telephone the sender, make the signer known, and try again.</source>
        <translation>该吊销列表的签名者此处不认识（{signer}）。请致电发送方，认可该签名者后重试。</translation>
    </message>
    <message>
        <source>“{text}” is no device. Use auto, cpu or cuda.</source>
        <translation>“{text}”不是计算设备。请用 auto、cpu 或 cuda。</translation>
    </message>
    <message>
        <source>There is no display for the window here. Use `meddx screen`, or `meddx demo` for a first look.</source>
        <translation>此处没有可用于窗口的显示器。请使用 `meddx screen`，或用 `meddx demo` 先行体验。</translation>
    </message>
    <message>
        <source>A model is missing: the gate and at least one screening model are needed. Install the program again.</source>
        <translation>缺少模型：需要检查影像的模型和至少一个筛查模型。请重新安装程序。</translation>
    </message>
    <message>
        <source>No film was found in what was given.</source>
        <translation>所给内容中没有找到胶片。</translation>
    </message>
    <message>
        <source>No typeface with Chinese characters was found, so Chinese names may show as boxes. Install the program again.</source>
        <translation>未找到含中文的字体，中文姓名可能显示为方框。请重新安装程序。</translation>
    </message>
    <message>
        <source>The texts of the chosen language are missing, so the window speaks English. Install the program again.</source>
        <translation>所选语言的文字缺失，界面以英文显示。请重新安装程序。</translation>
    </message>
    <message>
        <source>The program stopped unexpectedly last time. Saved records are safe, and what was being typed comes back. The place is in the local log&apos;s folder, without a patient&apos;s words; nothing was sent.</source>
        <translation>程序上次意外停止。已保存的病例是安全的，正在输入的内容会恢复。出错位置保存在本地日志文件夹中，不含患者信息；没有发送任何内容。</translation>
    </message>
    <message>
        <source>The passphrase does not open this store. Check the passphrase, and that it is the right folder.</source>
        <translation>口令无法打开此病例库。请核对口令和文件夹是否正确。</translation>
    </message>
    <message>
        <source>The case store is damaged. Do not delete it; restore the newest backup beside it and keep the damaged one.</source>
        <translation>病例库已损坏。请勿删除；请在其旁恢复最新备份，并保留损坏的病例库。</translation>
    </message>
    <message>
        <source>A backup, an erasure or the renewal of the keys is still running. Wait until it is done and try again.</source>
        <translation>备份、清除或密钥更新仍在进行。请等它完成后再试。</translation>
    </message>
    <message>
        <source>This case store was written by a newer program. Update the program; nothing was changed.</source>
        <translation>此病例库由更新版本的程序写入。请更新程序；未作任何更改。</translation>
    </message>
    <message>
        <source>This case store is already open in another window or by another user of this computer. Close it there first.</source>
        <translation>此病例库已在另一窗口或由此电脑的另一用户打开。请先在那里关闭。</translation>
    </message>
    <message>
        <source>The disk did not take or give the data. Check the cable and the disk, then make a backup elsewhere.</source>
        <translation>磁盘无法读写数据。请检查连接线和磁盘，然后备份到别处。</translation>
    </message>
    <message>
        <source>The stored film {object} is damaged or was exchanged, so it is not shown. Restore it from a backup or add the film again.</source>
        <translation>存储的胶片 {object} 已损坏或被替换，不予显示。请从备份恢复或重新添加胶片。</translation>
    </message>
    <message>
        <source>The stored film {object} is gone. Restore it from a backup or add the film again.</source>
        <translation>存储的胶片 {object} 已丢失。请从备份恢复或重新添加胶片。</translation>
    </message>
    <message>
        <source>There are no records in this folder yet. Start the program without a command to set them up, or name their folder.</source>
        <translation>此文件夹中还没有病例库。请不带命令启动程序以建立，或指明病例库所在文件夹。</translation>
    </message>
    <message>
        <source>Several backups lie in {folder}. Name the one to restore.</source>
        <translation>{folder} 中有多个备份。请指明要恢复的一个。</translation>
    </message>
    <message>
        <source>There is no backup in {folder}. Choose the folder that the backup was written to.</source>
        <translation>{folder} 中没有备份。请选择备份所在的文件夹。</translation>
    </message>
    <message>
        <source>This backup is damaged at {part}. Use another backup and replace the stick.</source>
        <translation>此备份在 {part} 处损坏。请使用其他备份，并更换U盘。</translation>
    </message>
    <message>
        <source>This backup belongs to another store. Open it with the passphrase of that store.</source>
        <translation>此备份属于另一病例库。请用该病例库的口令打开。</translation>
    </message>
    <message>
        <source>This backup was written by a newer program. Update the program first.</source>
        <translation>此备份由更新版本的程序写入。请先更新程序。</translation>
    </message>
    <message>
        <source>A backup inside the folder of the store is lost together with it. Choose another disk or stick.</source>
        <translation>放在病例库文件夹内的备份会随病例库一同丢失。请选择其他磁盘或U盘。</translation>
    </message>
    <message>
        <source>{folder} lies inside a backup or a case store and would be lost with it. Choose a folder outside.</source>
        <translation>{folder} 位于备份或病例库之内，会随之一起丢失。请选择外面的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not empty. Restore into an empty or a new folder; nothing was changed.</source>
        <translation>{folder} 不是空文件夹。请恢复到空文件夹或新文件夹；未作任何更改。</translation>
    </message>
    <message>
        <source>This bundle is damaged or the passphrase is wrong. Ask for both again.</source>
        <translation>此交接包已损坏或口令有误。请重新索取交接包和口令。</translation>
    </message>
    <message>
        <source>This bundle was taken over before, on {day}. Take it over once more only if its cases are gone from here.</source>
        <translation>此交接包已于 {day} 接收过。仅当其中的病例已不在此处时，才再接收一次。</translation>
    </message>
    <message>
        <source>This bundle was written by a newer program. Update the program first.</source>
        <translation>此交接包由更新版本的程序写入。请先更新程序。</translation>
    </message>
    <message>
        <source>No case was chosen. Choose at least one to hand over.</source>
        <translation>没有选择病例。请至少选择一个要移交的病例。</translation>
    </message>
    <message>
        <source>The store was locked before this was finished; nothing was left half done. Sign in and start it again.</source>
        <translation>尚未完成时病例库被锁定；没有留下半成品。请登录后重新开始。</translation>
    </message>
    <message>
        <source>What was typed is not what is asked for. Nothing was erased; type it again.</source>
        <translation>输入的内容与要求不符。没有抹除任何内容；请重新输入。</translation>
    </message>
    <message>
        <source>The rule of this site keeps these records until {until}. Nothing was erased; the owner can change the rule.</source>
        <translation>按本机构规定，这些记录须保存到 {until}。没有抹除任何内容；机主可以更改规定。</translation>
    </message>
    <message>
        <source>Records can be kept for 0 to {limit} years. Type a number in between.</source>
        <translation>保存年限为 0 到 {limit} 年。请输入其间的数字。</translation>
    </message>
    <message>
        <source>“{text}” is no month. Write year-month, for example 2026-03.</source>
        <translation>“{text}”不是月份。请写年-月，例如 2026-03。</translation>
    </message>
    <message>
        <source>Several people use this store. Say who you are with --user NAME.</source>
        <translation>这个病例库有多名用户。请用 --user NAME 说明您是谁。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase. Hand it over with --passphrase-fd N.</source>
        <translation>没有可输入口令的终端。请用 --passphrase-fd N 传入。</translation>
    </message>
    <message>
        <source>These cases belong to one person already. Separate them first, from the patient&apos;s menu.</source>
        <translation>这些病例已归为同一人。请先从患者菜单中拆分。</translation>
    </message>
    <message>
        <source>These records can no longer be separated, because one of them was changed since.</source>
        <translation>其中一份记录已被更改，这些记录无法再分开。</translation>
    </message>
    <message>
        <source>The name or the passphrase is wrong. Check the keyboard language and capital letters, then try again.</source>
        <translation>用户名或口令有误。请检查键盘语言和大小写后再试。</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait {seconds} seconds, then try again.</source>
        <translation>口令错误次数过多。请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>This passphrase is too short. Use at least {shortest} characters; a few words that only you would put together are easiest.</source>
        <translation>此口令太短。请至少使用 {shortest} 个字符；用几个只有您会放在一起的词最容易。</translation>
    </message>
    <message>
        <source>This passphrase is too long. Use at most {longest} characters.</source>
        <translation>此口令太长。请最多使用 {longest} 个字符。</translation>
    </message>
    <message>
        <source>This passphrase repeats itself or follows the keyboard, and is tried first. Use a few unrelated words.</source>
        <translation>此口令重复或按键盘顺序排列，最先被人试出。请使用几个互不相关的词。</translation>
    </message>
    <message>
        <source>This passphrase is one of those that are tried first. Use a few unrelated words, without dates and common phrases.</source>
        <translation>此口令属于最先被人尝试的口令。请使用几个互不相关的词，不用日期和常用短语。</translation>
    </message>
    <message>
        <source>This passphrase is little more than your name or the name of the program. Use a few unrelated words.</source>
        <translation>此口令与您的姓名或程序名几乎相同。请使用几个互不相关的词。</translation>
    </message>
    <message>
        <source>The new passphrase is the old one. Choose another.</source>
        <translation>新口令与旧口令相同。请另选一个。</translation>
    </message>
    <message>
        <source>A user name has 1 to {limit} visible characters. Type it again.</source>
        <translation>用户名应为 1 至 {limit} 个可见字符。请重新输入。</translation>
    </message>
    <message>
        <source>This user name is taken. Choose another.</source>
        <translation>此用户名已被使用。请另选一个。</translation>
    </message>
    <message>
        <source>There is no user of that name. Choose one from the list.</source>
        <translation>没有这个用户名。请从列表中选择。</translation>
    </message>
    <message>
        <source>This user may no longer sign in. Ask the owner of this computer.</source>
        <translation>此用户已不能登录。请联系此电脑的管理者。</translation>
    </message>
    <message>
        <source>This is the last owner. Make somebody else an owner first.</source>
        <translation>这是最后一位管理者。请先将另一人设为管理者。</translation>
    </message>
    <message>
        <source>You can&apos;t remove yourself. Ask another owner.</source>
        <translation>您不能删除自己。请联系另一位管理者。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the owner of this computer.</source>
        <translation>您的角色无权执行此操作。请联系此电脑的管理者。</translation>
    </message>
    <message>
        <source>The store is locked. Sign in first.</source>
        <translation>病例库已锁定。请先登录。</translation>
    </message>
    <message>
        <source>The recovery key has {expected} characters; {found} were typed. Compare with the paper.</source>
        <translation>恢复密钥应有 {expected} 个字符；输入了 {found} 个。请与纸上内容核对。</translation>
    </message>
    <message>
        <source>Line {line} of the recovery key has a mistake. Compare that line with the paper.</source>
        <translation>恢复密钥第 {line} 行有误。请将该行与纸上内容核对。</translation>
    </message>
    <message>
        <source>This recovery key does not open this store. A newer one may have been written since; look for it.</source>
        <translation>此恢复密钥不能打开此病例库。之后可能写过新的密钥，请查找。</translation>
    </message>
    <message>
        <source>There is no key file in this folder. Choose the store&apos;s folder, or restore a backup.</source>
        <translation>此文件夹中没有密钥文件。请选择病例库所在文件夹，或恢复备份。</translation>
    </message>
    <message>
        <source>This folder holds a store already. Open it, or choose another folder.</source>
        <translation>此文件夹中已有病例库。请打开它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The key file may not be read. Check that the disk is connected and that the folder belongs to you.</source>
        <translation>密钥文件无法读取。请检查磁盘是否已连接，以及文件夹是否属于您。</translation>
    </message>
    <message>
        <source>This store was written by a newer program. Update the program first.</source>
        <translation>此病例库由更新版本的程序写入。请先更新程序。</translation>
    </message>
    <message>
        <source>The key file is damaged and opens nothing. Restore it from a backup; do not delete anything.</source>
        <translation>密钥文件已损坏，无法打开任何内容。请从备份恢复；不要删除任何文件。</translation>
    </message>
    <message>
        <source>The key file was changed by something other than this program. Do not work with this store; restore a backup and tell the person responsible for data protection.</source>
        <translation>密钥文件被本程序以外的途径更改。请勿使用此病例库；请恢复备份，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>The key file and the records are not of one moment; it seems that an older copy of one of them was put back. Put the newest back, or restore a backup as a whole, or sign in with the recovery key on paper.</source>
        <translation>密钥文件与病例记录不是同一时刻的，似乎其中之一被换成了旧的副本。请放回最新的文件，或完整恢复一份备份，或用纸上的恢复密钥登录。</translation>
    </message>
    <message>
        <source>At most {limit} films can be chosen for this. Choose fewer.</source>
        <translation>此处最多可选{limit}张胶片，请减少。</translation>
    </message>
    <message>
        <source>One of these films is not in the store any more. Choose again.</source>
        <translation>其中有胶片已不在病例库中，请重新选择。</translation>
    </message>
    <message>
        <source>To keep a threshold, name the store with --store and the wanted share with --sensitivity.</source>
        <translation>要保存阈值，请用--store指定病例库，并用--sensitivity给出所需灵敏度。</translation>
    </message>
    <message>
        <source>The key file asks for a weaker protection than the program allows, and was not used. Restore a backup and tell the person responsible for data protection.</source>
        <translation>密钥文件要求的保护强度低于程序允许的下限，未予使用。请恢复备份，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>There is not enough memory to open the store. Close other programs and try again.</source>
        <translation>内存不足，无法打开病例库。请关闭其他程序后再试。</translation>
    </message>
    <message>
        <source>The keys are being changed already. Let that finish first.</source>
        <translation>密钥正在更换。请等待其完成。</translation>
    </message>
    <message>
        <source>Something encrypted can&apos;t be opened: it was changed, or belongs to another key. Restore a backup.</source>
        <translation>某项加密内容无法打开：已被更改，或属于另一密钥。请恢复备份。</translation>
    </message>
    <message>
        <source>This is no line from a report&apos;s audit mark. Type it as it is printed: number, slash, letters.</source>
        <translation>这不是报告审计标记中的一行。请按打印内容输入：编号、斜杠、字母。</translation>
    </message>
    <message>
        <source>The audit trail was changed at entry {seq}. Keep this computer as it is and tell the person responsible for data protection.</source>
        <translation>审计记录在第 {seq} 条处被更改。请保持此电脑现状，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>Entry {seq} of the audit trail is missing. Keep this computer as it is and tell the person responsible for data protection.</source>
        <translation>审计记录缺少第 {seq} 条。请保持此电脑现状，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>Entries of the audit trail changed places at {seq}. Keep this computer as it is and tell the person responsible for data protection.</source>
        <translation>审计记录在第 {seq} 条处顺序被调换。请保持此电脑现状，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>The audit trail ends before entry {seq}, although a printed sheet shows more. Keep this computer as it is and tell the person responsible for data protection.</source>
        <translation>审计记录在第 {seq} 条之前结束，而打印页上显示更多。请保持此电脑现状，并告知数据保护负责人。</translation>
    </message>
    <message>
        <source>From entry {seq} on, the audit trail is not the one that was printed: an older copy was put in its place. Tell the person responsible for data protection.</source>
        <translation>自第 {seq} 条起，审计记录与打印的不一致：已被换成旧的副本。请告知数据保护负责人。</translation>
    </message>
    <message>
        <source>This case is signed and can&apos;t be changed. Add an addendum, or reopen it.</source>
        <translation>此病例已签署，不能修改。请添加补充说明，或重新打开。</translation>
    </message>
    <message>
        <source>This case carries a signature: it stays in the list, and only a clinician may change it. Ask a clinician, or erase the patient.</source>
        <translation>此病例带有签名：它保留在列表中，只有医师可以修改。请联系医师，或抹除患者。</translation>
    </message>
    <message>
        <source>This case is not signed. Write into the case itself.</source>
        <translation>此病例尚未签署。请直接写入病例。</translation>
    </message>
    <message>
        <source>Write in your own words what the film shows.</source>
        <translation>请用自己的话写出胶片所见。</translation>
    </message>
    <message>
        <source>Films still wait for their score. Sign when all of them have an answer.</source>
        <translation>仍有胶片等待评分。请待全部有结果后再签署。</translation>
    </message>
    <message>
        <source>A critical result waits to be read back. Tell somebody, then sign.</source>
        <translation>危急值尚待复述。请先通知，再签署。</translation>
    </message>
    <message>
        <source>Nobody knows whose films these are. Enter a name or a number, then sign.</source>
        <translation>尚不知这些胶片属于谁。请先输入姓名或编号，再签署。</translation>
    </message>
    <message>
        <source>The two readers disagree. Write what settles it, then sign.</source>
        <translation>两位阅片者意见不一致。请写明裁定依据，再签署。</translation>
    </message>
    <message>
        <source>This case waits for a second reader. That reader finishes it.</source>
        <translation>此病例等待第二阅片者，由其完成。</translation>
    </message>
    <message>
        <source>The second reader must be another clinician. Ask a colleague to sign in.</source>
        <translation>第二阅片者必须是另一位医师。请同事登录。</translation>
    </message>
    <message>
        <source>Nobody asked for a second reader. Sign the case itself.</source>
        <translation>没有人提请第二阅片者。请直接签署病例。</translation>
    </message>
    <message>
        <source>Another clinician asked for the second reader. Only that one takes it back.</source>
        <translation>第二阅片者由另一位医师提请，只有其本人可以撤回。</translation>
    </message>
    <message>
        <source>Write why the signed case is opened again.</source>
        <translation>请写明重新打开已签名病例的原因。</translation>
    </message>
    <message>
        <source>Write the words that are to be added.</source>
        <translation>请写出要补充的内容。</translation>
    </message>
    <message>
        <source>Write what was found and has to be told at once.</source>
        <translation>请写出发现了什么需要立即通知的情况。</translation>
    </message>
    <message>
        <source>Write why nobody needs to be told of this result.</source>
        <translation>请写明为何无需通知此结果。</translation>
    </message>
    <message>
        <source>A person raised this critical result. Tell somebody of it.</source>
        <translation>此危急值由人员提出，请通知相关人员。</translation>
    </message>
    <message>
        <source>Write who was told.</source>
        <translation>请写明通知了谁。</translation>
    </message>
    <message>
        <source>This critical result is no longer in the case. Open the case again.</source>
        <translation>此危急值已不在病例中。请重新打开病例。</translation>
    </message>
    <message>
        <source>Something unexpected happened and was written to the local log. Nothing was lost; try again.</source>
        <translation>发生意外情况，已写入本机日志。没有数据丢失；请再试一次。</translation>
    </message>
    <message>
        <source>The label file can&apos;t be read. Check its name and whether it is open in another program.</source>
        <translation>无法读取标签文件。请检查文件名，以及是否被其他程序打开。</translation>
    </message>
    <message>
        <source>The label file is no text table. Save it from the spreadsheet as CSV (UTF-8).</source>
        <translation>标签文件不是文本表格。请在电子表格中另存为CSV（UTF-8）。</translation>
    </message>
    <message>
        <source>The label file is larger than {limit} MB. Keep only the lines of the films in the folder, or check them in parts.</source>
        <translation>标签文件大于 {limit} MB。请只保留文件夹中胶片的行，或分批检查。</translation>
    </message>
    <message>
        <source>The label file holds no lines. It needs a header and one line for each film.</source>
        <translation>标签文件没有内容。需要一行表头，每张胶片一行。</translation>
    </message>
    <message>
        <source>The label file has one column only. Separate the columns by comma, semicolon or tab.</source>
        <translation>标签文件只有一列。请用逗号、分号或制表符分隔各列。</translation>
    </message>
    <message>
        <source>No column names the films. Call one of them path, file or SOPInstanceUID.</source>
        <translation>没有指明胶片的列。请将其中一列命名为path、file、文件名或SOPInstanceUID。</translation>
    </message>
    <message>
        <source>No column is called {finding}. Name the column with the labels after the finding.</source>
        <translation>没有名为{finding}的列。请用该所见的名称命名标签列。</translation>
    </message>
    <message>
        <source>Two columns mean the same: {column}. Keep one of them.</source>
        <translation>有两列含义相同：{column}。请只保留一列。</translation>
    </message>
    <message>
        <source>Line {line} of the label file has too many or too few columns. Mend it; names with commas need quotes.</source>
        <translation>标签文件第{line}行的列数过多或过少。请改正；含逗号的名称须加引号。</translation>
    </message>
    <message>
        <source>Line {line} of the label file: {column} is neither 1/0, yes/no nor 阳性/阴性. Leave it empty if it is not known.</source>
        <translation>标签文件第{line}行：{column}既不是1/0、yes/no，也不是阳性/阴性。不清楚时请留空。</translation>
    </message>
    <message>
        <source>The label file says two things about one film: {film}. Keep the line that is right.</source>
        <translation>标签文件对同一张胶片有两种说法：{film}。请保留正确的一行。</translation>
    </message>
    <message>
        <source>More than one film is called {film}. Write its path below the folder into the label file.</source>
        <translation>不止一张胶片名为{film}。请在标签文件中写明其在文件夹下的路径。</translation>
    </message>
    <message>
        <source>No line of the label file names a film in this folder. Compare the names with those of the files.</source>
        <translation>标签文件中没有一行对应此文件夹中的胶片。请与文件名核对。</translation>
    </message>
    <message>
        <source>All films that got a score have the same label for {finding}. It takes films with and without it.</source>
        <translation>所有获得评分的胶片在{finding}上的标签都相同。需要既有阳性也有阴性的胶片。</translation>
    </message>
    <message>
        <source>The model gives no finding called {finding}. It gives: {findings}.</source>
        <translation>模型没有名为{finding}的所见。可用的有：{findings}。</translation>
    </message>
    <message>
        <source>The model gives several findings: {findings}. Name one of them.</source>
        <translation>模型有多个所见：{findings}。请指定其中一个。</translation>
    </message>
    <message>
        <source>The picture could not be written. Check that the folder is there and has room.</source>
        <translation>无法写入图片。请检查文件夹是否存在、空间是否足够。</translation>
    </message>
    <message>
        <source>{positives} patients with and {negatives} without the finding are too few to take a threshold from; it takes {least} of each.</source>
        <translation>有该所见的患者{positives}名、无该所见的{negatives}名，不足以确定阈值；每类至少需要{least}名。</translation>
    </message>
    <message>
        <source>{found} of {total} found means {low} to {high} %: that does not prove {target} %. It takes at least {needed} films with the finding, all found, of different patients.</source>
        <translation>{total}张中检出{found}张，即{low}%至{high}%，不足以证明{target}%。至少需要{needed}张来自不同患者的阳性胶片并全部检出。</translation>
    </message>
    <message>
        <source>The wanted sensitivity must lie between 50 and 99.9 %.</source>
        <translation>所需灵敏度须在50%至99.9%之间。</translation>
    </message>
    <message>
        <source>A site threshold can hold from 1 to {limit} days.</source>
        <translation>站点阈值的有效期可为1至{limit}天。</translation>
    </message>
    <message>
        <source>The model was changed since this check. Check it again.</source>
        <translation>此次验证之后模型已变更，请重新验证。</translation>
    </message>
    <message>
        <source>No site threshold of {model} for {finding} waits to be confirmed. The owner chooses one first, by a check on films of this site.</source>
        <translation>{model} 没有待确认的 {finding} 站点阈值。请负责人先用本站胶片检查模型并选定阈值。</translation>
    </message>
    <message>
        <source>This site threshold was changed or taken back meanwhile. Look at it again.</source>
        <translation>该站点阈值其间已更改或撤回，请重新查看。</translation>
    </message>
    <message>
        <source>Who chose a threshold can&apos;t confirm it. Another person, a clinician, signs in and confirms it.</source>
        <translation>选定阈值者不能自行确认。须由另一名医师登录后确认。</translation>
    </message>
    <message>
        <source>The share of patients with the finding must lie between 0.01 and 99 %.</source>
        <translation>患病率须在0.01%至99%之间。</translation>
    </message>
    <message>
        <source>The model does not say how common {finding} was among the films it learnt from, so no probability can be computed. Leave the share empty.</source>
        <translation>模型未说明训练胶片中{finding}的比例，无法计算概率。请将患病率留空。</translation>
    </message>
    <message>
        <source>eGFR from creatinine (CKD-EPI 2021)</source>
        <translation>肌酐估算肾小球滤过率（CKD-EPI 2021）</translation>
    </message>
    <message>
        <source>eGFR from cystatin C (CKD-EPI 2012)</source>
        <translation>胱抑素 C 估算肾小球滤过率（CKD-EPI 2012）</translation>
    </message>
    <message>
        <source>eGFR from creatinine and cystatin C (CKD-EPI 2021)</source>
        <translation>肌酐和胱抑素 C 估算肾小球滤过率（CKD-EPI 2021）</translation>
    </message>
    <message>
        <source>eGFR of children (bedside Schwartz 2009)</source>
        <translation>儿童估算肾小球滤过率（床旁 Schwartz 2009）</translation>
    </message>
    <message>
        <source>KDIGO filtration category</source>
        <translation>KDIGO 滤过率分级</translation>
    </message>
    <message>
        <source>KDIGO albuminuria category</source>
        <translation>KDIGO 白蛋白尿分级</translation>
    </message>
    <message>
        <source>KDIGO risk from filtration and albuminuria</source>
        <translation>KDIGO 滤过率与白蛋白尿风险</translation>
    </message>
    <message>
        <source>Creatinine clearance (Cockcroft-Gault)</source>
        <translation>肌酐清除率（Cockcroft-Gault）</translation>
    </message>
    <message>
        <source>FIB-4</source>
        <translation>FIB-4 指数</translation>
    </message>
    <message>
        <source>APRI</source>
        <translation>APRI 指数</translation>
    </message>
    <message>
        <source>NAFLD fibrosis score</source>
        <translation>非酒精性脂肪肝纤维化评分</translation>
    </message>
    <message>
        <source>MELD 3.0</source>
        <translation>MELD 3.0 评分</translation>
    </message>
    <message>
        <source>MELD-Na (2016)</source>
        <translation>MELD-Na 评分（2016）</translation>
    </message>
    <message>
        <source>Child-Pugh class</source>
        <translation>Child-Pugh 分级</translation>
    </message>
    <message>
        <source>Anion gap</source>
        <translation>阴离子间隙</translation>
    </message>
    <message>
        <source>Anion gap corrected for albumin</source>
        <translation>白蛋白校正阴离子间隙</translation>
    </message>
    <message>
        <source>Osmolal gap</source>
        <translation>渗透压间隙</translation>
    </message>
    <message>
        <source>Calcium corrected for albumin</source>
        <translation>白蛋白校正血钙</translation>
    </message>
    <message>
        <source>Sodium corrected for glucose (Katz)</source>
        <translation>血糖校正血钠（Katz）</translation>
    </message>
    <message>
        <source>Sodium corrected for glucose (Hillier)</source>
        <translation>血糖校正血钠（Hillier）</translation>
    </message>
    <message>
        <source>LDL cholesterol (Friedewald)</source>
        <translation>低密度脂蛋白胆固醇（Friedewald）</translation>
    </message>
    <message>
        <source>LDL cholesterol (Sampson)</source>
        <translation>低密度脂蛋白胆固醇（Sampson）</translation>
    </message>
    <message>
        <source>Non-HDL cholesterol</source>
        <translation>非高密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <source>HOMA-IR</source>
        <translation>HOMA-IR 指数</translation>
    </message>
    <message>
        <source>Estimated average glucose</source>
        <translation>估算平均血糖</translation>
    </message>
    <message>
        <source>TyG index</source>
        <translation>TyG 指数</translation>
    </message>
    <message>
        <source>Body mass index (Chinese limits)</source>
        <translation>体重指数（中国标准）</translation>
    </message>
    <message>
        <source>Transferrin saturation</source>
        <translation>转铁蛋白饱和度</translation>
    </message>
    <message>
        <source>Mentzer index</source>
        <translation>Mentzer 指数</translation>
    </message>
    <message>
        <source>Absolute neutrophils (segmented + bands)</source>
        <translation>中性粒细胞绝对值（分叶核＋杆状核）</translation>
    </message>
    <message>
        <source>Absolute neutrophils (analyser)</source>
        <translation>中性粒细胞绝对值（分析仪）</translation>
    </message>
    <message>
        <source>HEART score</source>
        <translation>HEART 评分</translation>
    </message>
    <message>
        <source>CURB-65</source>
        <translation>CURB-65 评分</translation>
    </message>
    <message>
        <source>CRB-65</source>
        <translation>CRB-65 评分</translation>
    </message>
    <message>
        <source>qSOFA</source>
        <translation>qSOFA 评分</translation>
    </message>
    <message>
        <source>NEWS2</source>
        <translation>NEWS2 评分</translation>
    </message>
    <message>
        <source>SOFA, laboratory part</source>
        <translation>SOFA 检验部分</translation>
    </message>
    <message>
        <source>CHA2DS2-VASc</source>
        <translation>CHA2DS2-VASc 评分</translation>
    </message>
    <message>
        <source>HAS-BLED</source>
        <translation>HAS-BLED 评分</translation>
    </message>
    <message>
        <source>Framingham 2008, with lipids</source>
        <translation>Framingham 2008（血脂版）</translation>
    </message>
    <message>
        <source>Framingham 2008, with BMI</source>
        <translation>Framingham 2008（体重指数版）</translation>
    </message>
    <message>
        <source>Pooled cohort equations 2013</source>
        <translation>汇总队列方程 2013</translation>
    </message>
    <message>
        <source>FINDRISC</source>
        <translation>FINDRISC 评分</translation>
    </message>
    <message>
        <source>Age in years</source>
        <translation>年龄（岁）</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Creatinine</source>
        <translation>肌酐</translation>
    </message>
    <message>
        <source>Cystatin C</source>
        <translation>胱抑素 C</translation>
    </message>
    <message>
        <source>Filtration rate (eGFR)</source>
        <translation>估算肾小球滤过率</translation>
    </message>
    <message>
        <source>Albumin per creatinine in urine</source>
        <translation>尿白蛋白/肌酐比值</translation>
    </message>
    <message>
        <source>AST (aspartate aminotransferase)</source>
        <translation>天门冬氨酸氨基转移酶（AST）</translation>
    </message>
    <message>
        <source>ALT (alanine aminotransferase)</source>
        <translation>丙氨酸氨基转移酶（ALT）</translation>
    </message>
    <message>
        <source>Platelets</source>
        <translation>血小板</translation>
    </message>
    <message>
        <source>AST, the laboratory&apos;s upper limit</source>
        <translation>AST 实验室参考上限</translation>
    </message>
    <message>
        <source>Body mass index</source>
        <translation>体重指数</translation>
    </message>
    <message>
        <source>Raised fasting glucose or diabetes</source>
        <translation>空腹血糖升高或糖尿病</translation>
    </message>
    <message>
        <source>Albumin in blood</source>
        <translation>血白蛋白</translation>
    </message>
    <message>
        <source>Chronic liver disease</source>
        <translation>慢性肝病</translation>
    </message>
    <message>
        <source>Bilirubin, total</source>
        <translation>总胆红素</translation>
    </message>
    <message>
        <source>Dialysis twice or more in the last week</source>
        <translation>近一周透析两次或以上</translation>
    </message>
    <message>
        <source>INR (clotting)</source>
        <translation>国际标准化比值（INR）</translation>
    </message>
    <message>
        <source>Sodium</source>
        <translation>血钠</translation>
    </message>
    <message>
        <source>Cirrhosis of the liver</source>
        <translation>肝硬化</translation>
    </message>
    <message>
        <source>Ascites</source>
        <translation>腹水</translation>
    </message>
    <message>
        <source>Hepatic encephalopathy</source>
        <translation>肝性脑病</translation>
    </message>
    <message>
        <source>Chloride</source>
        <translation>血氯</translation>
    </message>
    <message>
        <source>Bicarbonate</source>
        <translation>碳酸氢根</translation>
    </message>
    <message>
        <source>Osmolality, measured</source>
        <translation>实测渗透压</translation>
    </message>
    <message>
        <source>The treatment file {file} can&apos;t be read ({why}). There are no treatment plans until it is repaired: install the program again.</source>
        <translation>治疗文件 {file} 无法读取（{why}）。修复之前没有治疗方案：请重新安装程序。</translation>
    </message>
    <message>
        <source>The treatment file {file} has a mistake ({why}). There are no treatment plans until it is repaired: correct it, or install the program again.</source>
        <translation>治疗文件 {file} 有错误（{why}）。修复之前没有治疗方案：请更正，或重新安装程序。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, {entry} has no source that was opened ({why}). Open the source and give title, locator and day, or take the entry out.</source>
        <translation>治疗文件 {file} 中，{entry} 没有已查阅的来源（{why}）。请查阅来源并填写题名、出处和日期，或删除该条目。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, {entry} names a drug that the program does not know ({why}). Write its international name as in the list of drugs.</source>
        <translation>治疗文件 {file} 中，{entry} 的药物程序不认识（{why}）。请按药物表填写其国际通用名。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, the dose of {entry} can&apos;t be ({why}). Look for a wrong unit or decimal point, and compare it with limits.toml.</source>
        <translation>治疗文件 {file} 中，{entry} 的剂量不可能成立（{why}）。请检查单位或小数点，并与 limits.toml 核对。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, {entry} is not joined to the tree ({why}). Name a box that is there, or take the entry out.</source>
        <translation>治疗文件 {file} 中，{entry} 与决策树未连接（{why}）。请填写已有的节点，或删除该条目。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, boxes lead to each other in a circle: {entry}. Lead one of them on.</source>
        <translation>治疗文件 {file} 中，节点循环相连：{entry}。请将其中一个改为通向别处。</translation>
    </message>
    <message>
        <source>In the treatment file {file}, {entry} is there twice. Take one of them out.</source>
        <translation>治疗文件 {file} 中，{entry} 出现两次。请删除其中一个。</translation>
    </message>
    <message>
        <source>There is no treatment plan for this condition. Follow the guideline that holds at this site.</source>
        <translation>该病症没有治疗方案。请遵循本机构现行指南。</translation>
    </message>
    <message>
        <source>This answer does not belong to the plan. Open the plan again and answer its questions.</source>
        <translation>该回答不属于此方案。请重新打开方案并回答其中的问题。</translation>
    </message>
    <message>
        <source>The knowledge file {file} can&apos;t be read ({why}). There is no assessment until it is repaired: install the program again.</source>
        <translation>知识文件 {file} 无法读取（{why}）。修复之前没有评估：请重新安装程序。</translation>
    </message>
    <message>
        <source>The knowledge file {file} has a mistake ({why}). There is no assessment until it is repaired: correct it, or install the program again.</source>
        <translation>知识文件 {file} 有错误（{why}）。修复之前没有评估：请更正，或重新安装程序。</translation>
    </message>
    <message>
        <source>In the knowledge file {file}, {entry} has no complete source ({why}). Give title, locator and the day it was opened, or mark it as unverified.</source>
        <translation>知识文件 {file} 中，{entry} 的来源不完整（{why}）。请填写标题、出处和查阅日期，或标为未核实。</translation>
    </message>
    <message>
        <source>In the knowledge file {file}, {entry} weighs something whose source was never opened ({why}). Open the source, or only list it as supporting.</source>
        <translation>知识文件 {file} 中，{entry} 使用了从未查阅的来源（{why}）作为权重。请查阅来源，或仅列为支持。</translation>
    </message>
    <message>
        <source>In the knowledge file {file}, {entry} has a likelihood ratio or prior that can&apos;t be ({why}). Numbers must be above 0, and the interval must hold the value.</source>
        <translation>知识文件 {file} 中，{entry} 的似然比或先验不可能成立（{why}）。数值须大于0，区间须包含该值。</translation>
    </message>
    <message>
        <source>In the knowledge file {file}, findings are made of each other in a circle: {entry}. Take one of them out.</source>
        <translation>知识文件 {file} 中的表现互相循环引用：{entry}。请去掉其中之一。</translation>
    </message>
    <message>
        <source>In the knowledge file {file}, {entry} is there twice. Take one of them out.</source>
        <translation>知识文件 {file} 中，{entry} 出现两次。请去掉其中之一。</translation>
    </message>
    <message>
        <source>The program does not know this condition. Choose one from the list.</source>
        <translation>程序不认识该疾病。请从列表中选择。</translation>
    </message>
    <message>
        <source>This condition is not confirmed any more. Open the case anew to see how it stands.</source>
        <translation>该疾病已不再是确认状态。请重新打开病例查看。</translation>
    </message>
    <message>
        <source>The program does not know this place. Choose one from the list.</source>
        <translation>程序不认识该场所。请从列表中选择。</translation>
    </message>
    <message>
        <source>The program does not know this test. Choose from the list.</source>
        <translation>程序不认识该检查。请从列表中选择。</translation>
    </message>
    <message>
        <source>How common a condition is must lie between {low} and {high} %. Correct it.</source>
        <translation>患病率须在 {low}% 至 {high}% 之间。请更正。</translation>
    </message>
    <message>
        <source>For this condition nothing says whose share it would be. It is ranked in words; leave it empty.</source>
        <translation>该疾病未说明比例所指的人群，仅以文字排序；请留空。</translation>
    </message>
    <message>
        <source>Nothing was entered. Choose a condition, answer a finding or write a word; or show the results without it.</source>
        <translation>尚未填写任何内容。请选择疾病、回答所见或写下文字；也可不判断直接显示结果。</translation>
    </message>
    <message>
        <source>That is too long. Write no more than {limit} characters.</source>
        <translation>内容过长。请勿超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Those are too many. Choose no more than {limit} conditions.</source>
        <translation>选择过多。请勿超过 {limit} 种疾病。</translation>
    </message>
    <message>
        <source>The results of this case are still hidden from you. Lock your own first reading, or show them without it; then sign.</source>
        <translation>该病例的结果对您仍为隐藏。请先锁定您的初步判断，或不判断直接显示，然后再签署。</translation>
    </message>
    <message>
        <source>Your first reading of this case is locked already and is not changed. Add what is new to the note.</source>
        <translation>您对该病例的初步判断已锁定，不可更改。新情况请补充到病历中。</translation>
    </message>
    <message>
        <source>The age is not known: conditions of every age are considered. Enter the birth date.</source>
        <translation>年龄未知：各年龄的疾病都在考虑之内。请录入出生日期。</translation>
    </message>
    <message>
        <source>The sex is not known: conditions of either sex are considered. Enter it.</source>
        <translation>性别未知：两性的疾病都在考虑之内。请录入性别。</translation>
    </message>
    <message>
        <source>The patient is entered as male and as pregnant: both count as unknown. Correct one of them.</source>
        <translation>患者录为男性且妊娠：两者均按未知处理。请更正其一。</translation>
    </message>
    <message>
        <source>A pregnancy is entered at an age over 60. Check age and pregnancy.</source>
        <translation>60岁以上录有妊娠。请核对年龄和妊娠情况。</translation>
    </message>
    <message>
        <source>Pregnancy was not asked about and counts as possible. Ask.</source>
        <translation>未询问妊娠，按可能妊娠处理。请询问。</translation>
    </message>
    <message>
        <source>Two weights that can&apos;t both be right: {first} and {second} kg. Weigh the patient again.</source>
        <translation>两个体重不可能都对：{first} 和 {second} kg。请重新称重。</translation>
    </message>
    <message>
        <source>{weight} kg hardly fits the age of {age} years. Check weight and birth date; no dose is worked out until it is right.</source>
        <translation>{weight} kg 与 {age} 岁不符。请核对体重和出生日期；更正前不计算剂量。</translation>
    </message>
    <message>
        <source>Allergies are entered as none known, but the note says: {words}. Ask, and correct one of them.</source>
        <translation>过敏史登记为“无已知过敏”，但病历写有：{words}。请询问患者并更正其一。</translation>
    </message>
    <message>
        <source>The note names {drug}, and an allergy: {words}. Do not give it before this is settled; see the check of medicines.</source>
        <translation>病历中有{drug}，同时有过敏史：{words}。核实前请勿使用；详见用药核查。</translation>
    </message>
    <message>
        <source>INR {value} on warfarin lies above the usual target ranges (up to 4). Look for bleeding and settle the next dose today.</source>
        <translation>服用华法林，INR {value} 高于常用目标范围（上限4）。请检查有无出血，并于当日确定下一剂用量。</translation>
    </message>
    <message>
        <source>Criteria met</source>
        <translation>符合诊断标准</translation>
    </message>
    <message>
        <source>Strongly supported</source>
        <translation>强烈支持</translation>
    </message>
    <message>
        <source>Considerably supported</source>
        <translation>较多支持</translation>
    </message>
    <message>
        <source>Some support</source>
        <translation>有一定支持</translation>
    </message>
    <message>
        <source>Little to say</source>
        <translation>依据很少</translation>
    </message>
    <message>
        <source>Spoken against, not excluded</source>
        <translation>不支持，但未排除</translation>
    </message>
    <message>
        <source>Not enough to say</source>
        <translation>依据不足，无法判断</translation>
    </message>
    <message>
        <source>under 5 %</source>
        <translation>5%以下</translation>
    </message>
    <message>
        <source>5 to 20 %</source>
        <translation>5%～20%</translation>
    </message>
    <message>
        <source>50 to 80 %</source>
        <translation>50%～80%</translation>
    </message>
    <message>
        <source>over 80 %</source>
        <translation>80%以上</translation>
    </message>
    <message>
        <source>Meets the criteria</source>
        <translation>符合标准</translation>
    </message>
    <message>
        <source>Fits a published definition</source>
        <translation>符合已发表的定义</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>计入权重</translation>
    </message>
    <message>
        <source>Supports, not weighed</source>
        <translation>支持，不计权重</translation>
    </message>
    <message>
        <source>Speaks against, not weighed</source>
        <translation>不支持，不计权重</translation>
    </message>
    <message>
        <source>Counted once with stronger evidence</source>
        <translation>已由同组更强的依据计入</translation>
    </message>
    <message>
        <source>No published ratio was read</source>
        <translation>未查到已发表的似然比</translation>
    </message>
    <message>
        <source>Said with doubt, or contradicted</source>
        <translation>表述存疑或相互矛盾</translation>
    </message>
    <message>
        <source>A film does not rule this out</source>
        <translation>胸片不能排除</translation>
    </message>
    <message>
        <source>Model on trial</source>
        <translation>模型试用中</translation>
    </message>
    <message>
        <source>Model not sure</source>
        <translation>模型不确定</translation>
    </message>
    <message>
        <source>No measured accuracy for this model version</source>
        <translation>该模型版本无实测准确度</translation>
    </message>
    <message>
        <source>Accuracy at this site&apos;s threshold not known</source>
        <translation>本机构阈值下的准确度未知</translation>
    </message>
    <message>
        <source>A clinician read it otherwise</source>
        <translation>医师判读不同</translation>
    </message>
    <message>
        <source>Not at this age</source>
        <translation>不适用于该年龄</translation>
    </message>
    <message>
        <source>Not in this sex</source>
        <translation>不适用于该性别</translation>
    </message>
    <message>
        <source>Only in pregnancy</source>
        <translation>仅见于妊娠</translation>
    </message>
    <message>
        <source>Named otherwise in pregnancy</source>
        <translation>妊娠期另有诊断</translation>
    </message>
    <message>
        <source>Danger sign</source>
        <translation>危险征象</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Results wait for an answer</source>
        <translation>有结果待确认</translation>
    </message>
    <message>
        <source>Say in the laboratory table which test or unit was meant. Until then they count as doubtful at most.</source>
        <translation>请在检验表中选定所指项目或单位；确认前最多按可疑结果对待。</translation>
    </message>
    <message>
        <source>Film and the rest disagree</source>
        <translation>胸片与其他依据不一致</translation>
    </message>
    <message>
        <source>{days} days before this visit</source>
        <translation>就诊前{days}天</translation>
    </message>
    <message>
        <source>The film speaks for it; note and results speak against it.</source>
        <translation>胸片支持；病历和检验不支持。</translation>
    </message>
    <message>
        <source>Note and results speak for it; the film shows nothing and does not rule it out.</source>
        <translation>病历和检验支持；胸片未见，但不能排除。</translation>
    </message>
    <message>
        <source>odds then {odds}</source>
        <translation>此后比数 {odds}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>病历记录</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>计算器</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>阳性</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>阴性</translation>
    </message>
    <message>
        <source>Clinic, first visit</source>
        <translation>门诊初诊</translation>
    </message>
    <message>
        <source>Emergency department</source>
        <translation>急诊</translation>
    </message>
    <message>
        <source>Rural site</source>
        <translation>乡村站点</translation>
    </message>
    <message>
        <source>Blood count</source>
        <translation>血常规</translation>
    </message>
    <message>
        <source>Blood film</source>
        <translation>血涂片</translation>
    </message>
    <message>
        <source>Chest film</source>
        <translation>胸片</translation>
    </message>
    <message>
        <source>Blood chemistry</source>
        <translation>血生化</translation>
    </message>
    <message>
        <source>Coagulation, D-dimer</source>
        <translation>凝血、D-二聚体</translation>
    </message>
    <message>
        <source>CT</source>
        <translation>CT检查</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>Glucose</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>HbA1c</source>
        <translation>糖化血红蛋白</translation>
    </message>
    <message>
        <source>Hepatitis serology</source>
        <translation>肝炎血清学</translation>
    </message>
    <message>
        <source>CRP, procalcitonin</source>
        <translation>CRP、降钙素原</translation>
    </message>
    <message>
        <source>Ferritin and iron</source>
        <translation>铁蛋白与铁</translation>
    </message>
    <message>
        <source>Ketones</source>
        <translation>酮体</translation>
    </message>
    <message>
        <source>Lumbar puncture</source>
        <translation>腰椎穿刺</translation>
    </message>
    <message>
        <source>Malaria test</source>
        <translation>疟疾检测</translation>
    </message>
    <message>
        <source>BNP or NT-proBNP</source>
        <translation>BNP或NT-proBNP</translation>
    </message>
    <message>
        <source>Pregnancy test</source>
        <translation>妊娠试验</translation>
    </message>
    <message>
        <source>Spirometry</source>
        <translation>肺功能</translation>
    </message>
    <message>
        <source>Tuberculosis test of sputum</source>
        <translation>痰结核检测</translation>
    </message>
    <message>
        <source>Thyroid hormones</source>
        <translation>甲状腺激素</translation>
    </message>
    <message>
        <source>Troponin</source>
        <translation>肌钙蛋白</translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation>超声</translation>
    </message>
    <message>
        <source>Urine dipstick</source>
        <translation>尿试纸</translation>
    </message>
    <message>
        <source>Urine culture</source>
        <translation>尿培养</translation>
    </message>
    <message>
        <source>Vitamin B12</source>
        <translation>维生素B12</translation>
    </message>
    <message>
        <source>Urea nitrogen</source>
        <translation>尿素氮</translation>
    </message>
    <message>
        <source>Calcium, total</source>
        <translation>总钙</translation>
    </message>
    <message>
        <source>Total cholesterol</source>
        <translation>总胆固醇</translation>
    </message>
    <message>
        <source>HDL cholesterol</source>
        <translation>高密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <source>Triglycerides</source>
        <translation>甘油三酯</translation>
    </message>
    <message>
        <source>Fasting sample</source>
        <translation>空腹标本</translation>
    </message>
    <message>
        <source>Insulin</source>
        <translation>胰岛素</translation>
    </message>
    <message>
        <source>HbA1c (glycated haemoglobin)</source>
        <translation>糖化血红蛋白</translation>
    </message>
    <message>
        <source>Iron</source>
        <translation>血清铁</translation>
    </message>
    <message>
        <source>Total iron-binding capacity</source>
        <translation>总铁结合力</translation>
    </message>
    <message>
        <source>Mean red cell volume (MCV)</source>
        <translation>平均红细胞体积（MCV）</translation>
    </message>
    <message>
        <source>Red cells</source>
        <translation>红细胞</translation>
    </message>
    <message>
        <source>White cells</source>
        <translation>白细胞</translation>
    </message>
    <message>
        <source>Segmented neutrophils</source>
        <translation>分叶核中性粒细胞</translation>
    </message>
    <message>
        <source>Neutrophils, analyser</source>
        <translation>中性粒细胞百分比（分析仪）</translation>
    </message>
    <message>
        <source>Band neutrophils</source>
        <translation>杆状核中性粒细胞</translation>
    </message>
    <message>
        <source>Chest pain</source>
        <translation>胸痛</translation>
    </message>
    <message>
        <source>History of the chest pain</source>
        <translation>胸痛病史</translation>
    </message>
    <message>
        <source>Electrocardiogram</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>Risk factors of heart disease</source>
        <translation>心脏病危险因素</translation>
    </message>
    <message>
        <source>Troponin, times the upper limit</source>
        <translation>肌钙蛋白（参考上限的倍数）</translation>
    </message>
    <message>
        <source>Pneumonia</source>
        <translation>肺炎</translation>
    </message>
    <message>
        <source>New confusion</source>
        <translation>新发意识模糊</translation>
    </message>
    <message>
        <source>Urea</source>
        <translation>尿素</translation>
    </message>
    <message>
        <source>Breaths per minute</source>
        <translation>呼吸频率</translation>
    </message>
    <message>
        <source>Systolic blood pressure</source>
        <translation>收缩压</translation>
    </message>
    <message>
        <source>Diastolic blood pressure</source>
        <translation>舒张压</translation>
    </message>
    <message>
        <source>Infection suspected</source>
        <translation>疑似感染</translation>
    </message>
    <message>
        <source>Altered state of mind</source>
        <translation>意识改变</translation>
    </message>
    <message>
        <source>Prescribed oxygen target 88 to 92 % (hypercapnic failure)</source>
        <translation>医嘱氧饱和度目标 88～92 %（高碳酸血症性呼吸衰竭）</translation>
    </message>
    <message>
        <source>Oxygen saturation</source>
        <translation>血氧饱和度</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>心率</translation>
    </message>
    <message>
        <source>Consciousness</source>
        <translation>意识</translation>
    </message>
    <message>
        <source>Body temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Atrial fibrillation</source>
        <translation>心房颤动</translation>
    </message>
    <message>
        <source>Heart failure</source>
        <translation>心力衰竭</translation>
    </message>
    <message>
        <source>Hypertension</source>
        <translation>高血压</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>糖尿病</translation>
    </message>
    <message>
        <source>Stroke, TIA or embolism before</source>
        <translation>既往卒中、短暂性脑缺血发作或栓塞</translation>
    </message>
    <message>
        <source>Vascular disease</source>
        <translation>血管疾病</translation>
    </message>
    <message>
        <source>Systolic pressure above 160 mmHg</source>
        <translation>收缩压高于 160 mmHg</translation>
    </message>
    <message>
        <source>Dialysis, transplant or creatinine above 200 µmol/L</source>
        <translation>透析、肾移植或肌酐高于 200 µmol/L</translation>
    </message>
    <message>
        <source>Cirrhosis or clearly abnormal liver tests</source>
        <translation>肝硬化或肝功能明显异常</translation>
    </message>
    <message>
        <source>Stroke before</source>
        <translation>既往卒中</translation>
    </message>
    <message>
        <source>Major bleeding before, or a tendency to bleed</source>
        <translation>既往大出血或出血倾向</translation>
    </message>
    <message>
        <source>Labile INR under warfarin</source>
        <translation>服用华法林且 INR 不稳定</translation>
    </message>
    <message>
        <source>Antiplatelet drug or NSAID</source>
        <translation>抗血小板药或非甾体抗炎药</translation>
    </message>
    <message>
        <source>8 or more alcoholic drinks a week</source>
        <translation>每周饮酒 8 份或以上</translation>
    </message>
    <message>
        <source>Known cardiovascular disease</source>
        <translation>已知心血管病</translation>
    </message>
    <message>
        <source>Blood pressure under treatment</source>
        <translation>血压正在治疗</translation>
    </message>
    <message>
        <source>Smokes now</source>
        <translation>目前吸烟</translation>
    </message>
    <message>
        <source>Known diabetes</source>
        <translation>已知糖尿病</translation>
    </message>
    <message>
        <source>Waist</source>
        <translation>腰围</translation>
    </message>
    <message>
        <source>Active for 30 minutes every day</source>
        <translation>每天活动 30 分钟</translation>
    </message>
    <message>
        <source>Vegetables or fruit every day</source>
        <translation>每天吃蔬菜或水果</translation>
    </message>
    <message>
        <source>Ever took medicine for blood pressure</source>
        <translation>曾服降压药</translation>
    </message>
    <message>
        <source>Ever had a high blood glucose</source>
        <translation>曾有血糖升高</translation>
    </message>
    <message>
        <source>Diabetes in the family</source>
        <translation>糖尿病家族史</translation>
    </message>
    <message>
        <source>No ascites</source>
        <translation>无腹水</translation>
    </message>
    <message>
        <source>Mild ascites</source>
        <translation>少量腹水</translation>
    </message>
    <message>
        <source>Moderate or severe ascites</source>
        <translation>中量或大量腹水</translation>
    </message>
    <message>
        <source>No encephalopathy</source>
        <translation>无肝性脑病</translation>
    </message>
    <message>
        <source>Encephalopathy grade 1 or 2</source>
        <translation>肝性脑病 1～2 级</translation>
    </message>
    <message>
        <source>Encephalopathy grade 3 or 4</source>
        <translation>肝性脑病 3～4 级</translation>
    </message>
    <message>
        <source>Slightly suspicious</source>
        <translation>轻度可疑</translation>
    </message>
    <message>
        <source>Moderately suspicious</source>
        <translation>中度可疑</translation>
    </message>
    <message>
        <source>Highly suspicious</source>
        <translation>高度可疑</translation>
    </message>
    <message>
        <source>Nothing abnormal</source>
        <translation>无异常</translation>
    </message>
    <message>
        <source>Repolarisation disturbance, bundle branch block or pacing</source>
        <translation>复极异常、束支传导阻滞或起搏</translation>
    </message>
    <message>
        <source>Significant ST deviation</source>
        <translation>明显 ST 段偏移</translation>
    </message>
    <message>
        <source>No risk factor</source>
        <translation>无危险因素</translation>
    </message>
    <message>
        <source>One or two</source>
        <translation>一至两项</translation>
    </message>
    <message>
        <source>Three or more, or known atherosclerosis</source>
        <translation>三项及以上，或已知动脉粥样硬化</translation>
    </message>
    <message>
        <source>Up to the limit</source>
        <translation>不超过上限</translation>
    </message>
    <message>
        <source>1 to 3 times the limit</source>
        <translation>上限的 1～3 倍</translation>
    </message>
    <message>
        <source>3 times the limit or more</source>
        <translation>上限的 3 倍及以上</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>清醒</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>新发意识模糊</translation>
    </message>
    <message>
        <source>Responds to voice</source>
        <translation>对声音有反应</translation>
    </message>
    <message>
        <source>Responds to pain</source>
        <translation>对疼痛有反应</translation>
    </message>
    <message>
        <source>Unresponsive</source>
        <translation>无反应</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Grandparent, aunt, uncle or cousin</source>
        <translation>祖父母、姑姨叔舅或堂表亲</translation>
    </message>
    <message>
        <source>Parent, brother, sister or child</source>
        <translation>父母、兄弟姐妹或子女</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Tuberculosis</source>
        <translation>结核</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>胸腔积液</translation>
    </message>
    <message>
        <source>Pneumothorax</source>
        <translation>气胸</translation>
    </message>
    <message>
        <source>Nodule or mass</source>
        <translation>结节或肿块</translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation>心影增大</translation>
    </message>
    <message>
        <source>Fracture</source>
        <translation>骨折</translation>
    </message>
    <message>
        <source>Abnormal film</source>
        <translation>异常胸片</translation>
    </message>
    <message>
        <source>Atelectasis</source>
        <translation>肺不张</translation>
    </message>
    <message>
        <source>Infiltration</source>
        <translation>肺部浸润</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>肿块</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>结节</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>肺实变</translation>
    </message>
    <message>
        <source>Pulmonary edema</source>
        <translation>肺水肿</translation>
    </message>
    <message>
        <source>Emphysema</source>
        <translation>肺气肿</translation>
    </message>
    <message>
        <source>Fibrosis</source>
        <translation>肺纤维化</translation>
    </message>
    <message>
        <source>Pleural thickening</source>
        <translation>胸膜增厚</translation>
    </message>
    <message>
        <source>Hernia of the diaphragm</source>
        <translation>膈疝</translation>
    </message>
    <message>
        <source>Above threshold</source>
        <translation>高于阈值</translation>
    </message>
    <message>
        <source>Below threshold</source>
        <translation>低于阈值</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>先行判断</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>本次就诊</translation>
    </message>
    <message>
        <source>Film read without the program</source>
        <translation>未用程序的阅片</translation>
    </message>
    <message>
        <source>Somebody was told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>Accepted by clinician</source>
        <translation>医师已接受</translation>
    </message>
    <message>
        <source>Rejected by clinician</source>
        <translation>医师已否定</translation>
    </message>
    <message>
        <source>Edited by clinician</source>
        <translation>医师已修改</translation>
    </message>
    <message>
        <source>Age needed</source>
        <translation>需要填写年龄</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>危急</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>已开启</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>曲线下面积 (AUC)</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>特异度</translation>
    </message>
    <message>
        <source>Share called not sure</source>
        <translation>判为不确定的比例</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>筛查中</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>第二阅片者</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Screening officer</source>
        <translation>筛查员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Lets people in, makes backups, exports, deletes records, changes settings. Does not decide or sign.</source>
        <translation>管理用户、备份、导出、删除病历、更改设置。不作决定，不签名。</translation>
    </message>
    <message>
        <source>Reads films, decides on findings, signs and reopens cases, exports.</source>
        <translation>阅片，对所见作决定，签名及重新打开病例，导出。</translation>
    </message>
    <message>
        <source>Takes films in and screens them, enters what is measured. Does not decide or sign.</source>
        <translation>接收并筛查胶片，录入测量值。不作决定，不签名。</translation>
    </message>
    <message>
        <source>Reads and prints the audit trail, and sees no patient&apos;s record.</source>
        <translation>阅读并打印审计记录，看不到病历。</translation>
    </message>
    <message>
        <source>Encrypted, offline</source>
        <translation>已加密，离线</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Sex unknown</source>
        <translation>性别不详</translation>
    </message>
    <message>
        <source>PA view</source>
        <translation>后前位（PA）</translation>
    </message>
    <message>
        <source>AP view</source>
        <translation>前后位（AP）</translation>
    </message>
    <message>
        <source>Side view</source>
        <translation>侧位</translation>
    </message>
    <message>
        <source>Other view</source>
        <translation>其他体位</translation>
    </message>
    <message>
        <source>View unknown</source>
        <translation>体位不详</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待评分</translation>
    </message>
    <message>
        <source>No film</source>
        <translation>无胶片</translation>
    </message>
    <message>
        <source>turned 90° to the right</source>
        <translation>向右旋转90°</translation>
    </message>
    <message>
        <source>turned by 180°</source>
        <translation>旋转180°</translation>
    </message>
    <message>
        <source>turned 90° to the left</source>
        <translation>向左旋转90°</translation>
    </message>
    <message>
        <source>un-inverted</source>
        <translation>恢复黑白</translation>
    </message>
    <message>
        <source>turned 90° to the right and un-inverted</source>
        <translation>向右旋转90°并恢复黑白</translation>
    </message>
    <message>
        <source>turned by 180° and un-inverted</source>
        <translation>旋转180°并恢复黑白</translation>
    </message>
    <message>
        <source>turned 90° to the left and un-inverted</source>
        <translation>向左旋转90°并恢复黑白</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>Weighed on</source>
        <translation>称重日期</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Breaths</source>
        <translation>呼吸频率</translation>
    </message>
    <message>
        <source>SpO₂</source>
        <translation>血氧 SpO₂</translation>
    </message>
    <message>
        <source>On oxygen</source>
        <translation>吸氧</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>脉搏</translation>
    </message>
    <message>
        <source>BP systolic</source>
        <translation>收缩压</translation>
    </message>
    <message>
        <source>BP diastolic</source>
        <translation>舒张压</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>末次月经</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Breastfeeding</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>/min</source>
        <translation>次/分</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>note</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>laboratory results</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>addendum</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>allergies</source>
        <translation>过敏史</translation>
    </message>
    <message>
        <source>patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size (%)</source>
        <translation>文字大小（%）</translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Remind of a backup after (days)</source>
        <translation>多少天后提醒备份</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Lock when nobody is there (minutes)</source>
        <translation>无人操作时锁定（分钟）</translation>
    </message>
    <message>
        <source>Published reference ranges first</source>
        <translation>优先采用的已发表参考范围</translation>
    </message>
    <message>
        <source>International</source>
        <translation>国际</translation>
    </message>
    <message>
        <source>Chinese (WS/T)</source>
        <translation>中国（WS/T）</translation>
    </message>
    <message>
        <source>Find similar cases by their notes</source>
        <translation>按病历查找相似病例</translation>
    </message>
    <message>
        <source>Own reading before the program&apos;s</source>
        <translation>先由医师判断，再显示程序结果</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Altitude of this place (m)</source>
        <translation>本地海拔（米）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English（英文）</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器（CPU）</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡（CUDA）</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} mo</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>{n} y</source>
        <translation>{n} 岁</translation>
    </message>
    <message>
        <source>No model here was made for this film. Have it read.</source>
        <translation>本机没有适用于此片的模型。请由医师阅片。</translation>
    </message>
    <message>
        <source>The film carries no age, and the model needs one. Enter the age, for example 3y or 18m.</source>
        <translation>此片没有年龄，而模型需要年龄。请填写年龄，例如 3岁 或 18个月。</translation>
    </message>
    <message>
        <source>The model was made for ages {low} to under {high}; this patient is {age}. No score; have the film read.</source>
        <translation>该模型适用于 {low} 至未满 {high}，该患者为 {age}。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>The model was made for {views} views; this film says {view}. No score; have the film read.</source>
        <translation>模型适用体位为 {views}；此片标为 {view}。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>The film does not state its view; the model was made for {views}.</source>
        <translation>此片未注明体位；模型适用于 {views}。</translation>
    </message>
    <message>
        <source>The model was made for X-ray films; this picture is {modality}. No score.</source>
        <translation>模型适用于X线片；此图像为 {modality}。无评分。</translation>
    </message>
    <message>
        <source>This is a plain picture that does not say what it is; it was judged by its pixels alone.</source>
        <translation>这是一张普通图片，未注明内容；仅根据像素判断。</translation>
    </message>
    <message>
        <source>The model was made for chest films; this film says {body_part}. No score; have it read.</source>
        <translation>模型适用于胸片；此片标为 {body_part}。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>These are raw detector data (FOR PROCESSING), not a film for reading. Send the processed film. No score.</source>
        <translation>这是探测器原始数据（FOR PROCESSING），不是供阅片的胶片。请发送处理后的胶片。无评分。</translation>
    </message>
    <message>
        <source>This does not look like a frontal chest film. No score; check the picture.</source>
        <translation>这不像正位胸片。无评分；请检查图像。</translation>
    </message>
    <message>
        <source>The film seems to lie on its side or upside down. Turn it upright on the console and send it again. No score.</source>
        <translation>胶片似乎横置或倒置。请在控制台上转正后重新发送。无评分。</translation>
    </message>
    <message>
        <source>The film seems to lie turned clockwise by {degrees} degrees. Turn it back by as much and send it again. No score.</source>
        <translation>胸片似乎顺时针旋转了 {degrees} 度。请逆向转回后重新发送。无评分。</translation>
    </message>
    <message>
        <source>The film seems to lie turned by 180 degrees, or flipped upside down: look at the side marker before you turn it. Send it again the right way up. No score.</source>
        <translation>胸片似乎旋转了 180 度，或上下翻转：转正之前请先查看左右标记。请以正确方向重新发送。无评分。</translation>
    </message>
    <message>
        <source>The film seems to lie askew. Straighten the picture, or repeat the film with the patient straight. No score.</source>
        <translation>胸片似乎倾斜。请摆正图像，或让患者体位端正后重拍。无评分。</translation>
    </message>
    <message>
        <source>Part of the lungs seems to be cut off. Repeat the film with both lungs whole. No score.</source>
        <translation>肺部似乎有一部分被裁切。请重拍，包括完整的双肺。无评分。</translation>
    </message>
    <message>
        <source>The lung at the left edge of the picture (usually the patient&apos;s right lung) seems to be cut off. Repeat the film with both lungs whole. No score.</source>
        <translation>图像左缘的肺（通常为患者右肺）似乎被裁切。请重拍，包括完整的双肺。无评分。</translation>
    </message>
    <message>
        <source>The lung at the right edge of the picture (usually the patient&apos;s left lung) seems to be cut off. Repeat the film with both lungs whole. No score.</source>
        <translation>图像右缘的肺（通常为患者左肺）似乎被裁切。请重拍，包括完整的双肺。无评分。</translation>
    </message>
    <message>
        <source>The tops of the lungs seem to be cut off. Repeat the film with both lung tips in it. No score.</source>
        <translation>肺尖似乎被裁切。请重拍，包括双侧肺尖。无评分。</translation>
    </message>
    <message>
        <source>The bases of the lungs seem to be cut off. Repeat the film with both bases in it. No score.</source>
        <translation>肺底似乎被裁切。请重拍，包括双侧肺底。无评分。</translation>
    </message>
    <message>
        <source>This seems to be one side of the chest alone, or a side view. Send the whole frontal film. No score.</source>
        <translation>图像似乎只有半侧胸部，或为侧位片。请发送完整的正位片。无评分。</translation>
    </message>
    <message>
        <source>Part of the lungs seems to be covered or blacked out. Send the whole film. No score.</source>
        <translation>肺部似乎有一部分被遮挡或涂黑。请发送完整的胸片。无评分。</translation>
    </message>
    <message>
        <source>Much of the lungs is black: over-exposed, or a wrong grey window. Set the window on the console; if they stay black, repeat with less exposure. No score.</source>
        <translation>肺部大片全黑：曝光过度或窗位不当。请在控制台调整窗位；若仍全黑，请降低曝光重拍。无评分。</translation>
    </message>
    <message>
        <source>Much of the lungs is white without detail: under-exposed, or a wrong grey window. Set the window on the console; if they stay white, repeat with more exposure. No score.</source>
        <translation>肺部大片发白、无细节：曝光不足或窗位不当。请在控制台调整窗位；若仍发白，请增加曝光重拍。无评分。</translation>
    </message>
    <message>
        <source>The film has hardly any contrast. Set the grey window on the console and send it again, or repeat the film. No score.</source>
        <translation>胸片几乎没有对比度。请在控制台调整灰阶窗后重新发送，或重拍。无评分。</translation>
    </message>
    <message>
        <source>The film is too grainy to be judged. Send it from the console itself, or repeat it with more exposure. No score.</source>
        <translation>胸片噪声过大，无法判断。请直接从控制台发送，或增加曝光重拍。无评分。</translation>
    </message>
    <message>
        <source>The film fills only a small part of the picture. Send the film itself, without what surrounds it. No score.</source>
        <translation>胸片只占图像的一小部分。请只发送胸片本身，不要带周围内容。无评分。</translation>
    </message>
    <message>
        <source>Several pictures seem to stand beside each other. Send each film by itself. No score.</source>
        <translation>似乎是多幅图像拼在一起。请逐张发送。无评分。</translation>
    </message>
    <message>
        <source>This seems to be a photograph of a film or of a screen, and such a score could be wrong. Send the film itself from the console, or scan it flat. No score.</source>
        <translation>似乎是翻拍胶片或屏幕的照片，其评分可能有误。请从控制台发送原始胸片，或将胶片平放扫描。无评分。</translation>
    </message>
    <message>
        <source>Check the marker: flipped, or heart on the right? Nothing was mirrored.</source>
        <translation>请核对左右标记：是图像左右翻转，还是右位心？程序未做任何镜像处理。</translation>
    </message>
    <message>
        <source>The film seems to be inverted (bones dark). Send it with the right polarity. No score.</source>
        <translation>胶片似乎黑白反转（骨呈暗色）。请恢复正常灰度（骨呈亮色）后重新发送。无评分。</translation>
    </message>
    <message>
        <source>Before it was screened this film was {correction} by hand; the stored film is unchanged. Check the side marker.</source>
        <translation>此胶片在筛查前经人工{correction}；存储的原片未改变。请核对左右标记。</translation>
    </message>
    <message>
        <source>A film that was flipped upside down is a mirror image once it is turned by 180 degrees. Look at the side marker: if it reads backwards, don&apos;t use this score.</source>
        <translation>上下翻转的胸片旋转 180 度后会成为镜像。请查看左右标记：如果标记是反的，请勿使用此评分。</translation>
    </message>
    <message>
        <source>The picture is blank or nearly so. Repeat the film. No score.</source>
        <translation>图像空白或几乎空白。请重拍。无评分。</translation>
    </message>
    <message>
        <source>The model that checks the films is not installed, so no film can be scored. Install the package cxr-gate.</source>
        <translation>未安装检查胶片的模型，因此无法评分。请安装模型包 cxr-gate。</translation>
    </message>
    <message>
        <source>This film is unlike those that the model learnt from. No score; have it read.</source>
        <translation>此片与模型的训练胶片差异过大。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>This film is somewhat unlike those that the model learnt from. Trust the score less.</source>
        <translation>该影像与模型学习所用影像有些不同，评分的可信度较低。</translation>
    </message>
    <message>
        <source>The model gave no usable result for this film. No score; have it read.</source>
        <translation>模型对此片没有给出可用结果。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>This is a colour picture; it was turned to grey for the model.</source>
        <translation>这是彩色图片；已转为灰度供模型使用。</translation>
    </message>
    <message>
        <source>Another case has the same patient ID with another {fields}. Check who this is.</source>
        <translation>另一病例的患者编号相同，但{fields}不同。请核对患者身份。</translation>
    </message>
    <message>
        <source>This patient ID is known from another case. Compare both and say whether it is one person.</source>
        <translation>另一病例已有此患者编号。请比较两者，确认是否为同一人。</translation>
    </message>
    <message>
        <source>Another case has films of this study under another {fields}. Check who this is.</source>
        <translation>另一病例含有此次检查的胶片，但{fields}不同。请核对身份。</translation>
    </message>
    <message>
        <source>Another case has films of the same study. Compare both and say whether it is one person.</source>
        <translation>另一病例含有同一次检查的胶片。请比较两者，确认是否为同一人。</translation>
    </message>
    <message>
        <source>The very same film is filed under another patient. Check who this is.</source>
        <translation>完全相同的胶片已归入另一患者。请核对患者身份。</translation>
    </message>
    <message>
        <source>Another film has the same identifier (SOP Instance UID) but other pixels. Check who this is.</source>
        <translation>另一张胶片的标识（SOP Instance UID）相同，但像素不同。请核对患者身份。</translation>
    </message>
    <message>
        <source>The film carries no name and no patient ID. Enter who this is.</source>
        <translation>此片没有姓名和患者编号。请填写患者身份。</translation>
    </message>
    <message>
        <source>The grey window in the file would blank the picture and was replaced.</source>
        <translation>文件中的窗宽窗位会使图像变成空白，已被替换。</translation>
    </message>
    <message>
        <source>The file does not say how its names are written; the writing was guessed. Check the name.</source>
        <translation>文件未注明姓名的字符编码，系推测所得。请核对姓名。</translation>
    </message>
    <message>
        <source>{asked} was asked for, but {used} runs.</source>
        <translation>要求使用 {asked}，实际运行的是 {used}。</translation>
    </message>
    <message>
        <source>The clock of this computer stands before the last entry. Set it; until then no age is computed.</source>
        <translation>此电脑的时钟早于最近一次记录。请校准；在此之前不计算年龄。</translation>
    </message>
    <message>
        <source>Screening was stopped before this film. No score; screen it again or have it read.</source>
        <translation>筛查在此片之前已停止。无评分；请重新筛查或由医师阅片。</translation>
    </message>
    <message>
        <source>The program broke down while it screened this film, more than once. No score; have it read.</source>
        <translation>筛查此胶片时程序多次中断。无评分；请由医师阅片。</translation>
    </message>
    <message>
        <source>A grey table in the file is incomplete and was not used; the grey levels may differ from the console&apos;s.</source>
        <translation>文件中的灰度表不完整，未予使用；灰度可能与控制台不同。</translation>
    </message>
    <message>
        <source>The rescale values in the file can&apos;t be right and were not used.</source>
        <translation>文件中的灰度换算值有误，未予使用。</translation>
    </message>
    <message>
        <source>The file contradicts itself about black and white. Check that bone is bright.</source>
        <translation>文件对黑白的说明自相矛盾。请确认骨呈亮色。</translation>
    </message>
    <message>
        <source>The file holds more picture data than its header says; the surplus was left out.</source>
        <translation>文件的图像数据多于头信息所述；多余部分已略去。</translation>
    </message>
    <message>
        <source>The birth date lies after the film&apos;s date. The age was not computed from it; check both.</source>
        <translation>出生日期晚于拍片日期，未据此计算年龄；请核对两个日期。</translation>
    </message>
    <message>
        <source>The age in the file does not fit birth date and film date. Check who this is.</source>
        <translation>文件中的年龄与出生日期和拍片日期不符。请核对患者身份。</translation>
    </message>
    <message>
        <source>The resident number says born {date}. Compare both with the card.</source>
        <translation>身份证号显示出生日期为 {date}。请将两者与证件核对。</translation>
    </message>
    <message>
        <source>The resident number says another sex: {sex}. Compare both with the card.</source>
        <translation>身份证号显示性别为{sex}。请将两者与证件核对。</translation>
    </message>
    <message>
        <source>An old resident number of 15 digits has no check digit. Compare it with the card.</source>
        <translation>15 位旧身份证号没有校验码。请与证件核对。</translation>
    </message>
    <message>
        <source>The film carries a birth date but no date of its own, so its age can&apos;t be computed. Send it with its date. No score.</source>
        <translation>该影像有出生日期但没有检查日期，无法计算年龄。请连同检查日期重新发送。无评分。</translation>
    </message>
    <message>
        <source>The film&apos;s date lies in the future. Check the clocks of the console and of this computer. No score.</source>
        <translation>影像日期在未来。请核对拍片控制台和本机的时钟。无评分。</translation>
    </message>
    <message>
        <source>The file says that this is no human patient. No score.</source>
        <translation>文件说明该受检者不是人。无评分。</translation>
    </message>
    <message>
        <source>The picture has only {columns} x {rows} pixels, too few to see a lung. No score; send the film itself, not its small preview.</source>
        <translation>图像仅有 {columns} x {rows} 像素，无法看清肺部。无评分；请发送原片，而非缩略图。</translation>
    </message>
    <message>
        <source>The picture is far longer than wide, or wider than long, than a chest film can be. No score; check the picture.</source>
        <translation>图像的长宽比例超出胸片可能的范围。无评分；请检查图像。</translation>
    </message>
    <message>
        <source>This is a coloured picture, not a grey film. No score; send the film itself.</source>
        <translation>这是彩色图片，不是灰阶影像。无评分；请发送影像原件。</translation>
    </message>
    <message>
        <source>The age in the file can&apos;t be read.</source>
        <translation>文件中的年龄无法读取。</translation>
    </message>
    <message>
        <source>A date in the file can&apos;t be read ({attribute}).</source>
        <translation>文件中的一个日期无法读取（{attribute}）。</translation>
    </message>
    <message>
        <source>The sex in the file can&apos;t be read.</source>
        <translation>文件中的性别无法读取。</translation>
    </message>
    <message>
        <source>The picture was turned upright as its camera data say.</source>
        <translation>已按图片的相机信息将其转正。</translation>
    </message>
    <message>
        <source>Only the first page of this picture file is shown.</source>
        <translation>仅显示此图片文件的第一页。</translation>
    </message>
    <message>
        <source>The model gave the last {films} films, which do not look alike, one and the same score. It may be broken: trust no score of it, and have it verified.</source>
        <translation>模型对最近{films}张互不相像的胶片给出了完全相同的评分，可能已损坏：请勿采信其评分，并请人核验模型。</translation>
    </message>
    <message>
        <source>The threshold of this site has lapsed; the model&apos;s own was used.</source>
        <translation>本站点阈值已失效；已采用模型原阈值。</translation>
    </message>
    <message>
        <source>The threshold of this site was made with another file of the model ({variant}); the model&apos;s own was used.</source>
        <translation>本站点阈值是用模型的另一文件（{variant}）确定的；已采用模型原阈值。</translation>
    </message>
    <message>
        <source>The threshold of this site for {finding} ({model}), {threshold} since {since}, has lapsed. The threshold of the model in use now, {in_use}, holds: {holds}. Check the model here and choose anew.</source>
        <translation>本站点对{finding}（{model}）的阈值{threshold}（自{since}起）已失效。现采用当前使用的模型 {in_use} 的阈值：{holds}。请在本地重新验证模型并重新选定。</translation>
    </message>
    <message>
        <source>The threshold of this site for {finding} ({model}), {threshold} since {since}, has lapsed. No model of that name that looks for it is in use here now, so no threshold holds. Choose a version under Models.</source>
        <translation>本站点对{finding}（{model}）的阈值{threshold}（自{since}起）已失效。目前没有启用查找该所见的同名模型，因此没有任何阈值生效。请在“模型”中选择一个版本。</translation>
    </message>
    <message>
        <source>Since models, device or program changed, the scores of {films} films looked at again shifted by up to {largest} points of 100; {calls} changed sides of the threshold, {lost} gained or lost their score. Check the model here before you trust it.</source>
        <translation>模型、设备或程序变更后，复查的{films}张胶片评分变化最多达{largest}分（满分100）；{calls}张越过阈值，{lost}张由有评分变为无评分或相反。请先在本地验证模型再采信。</translation>
    </message>
    <message>
        <source>Screening support, not a diagnosis. Not a registered medical device. A clinician decides.</source>
        <translation>仅供筛查辅助，不作诊断；未注册医疗器械；由医师决定。</translation>
    </message>
    <message>
        <source>Not sure. Does not rule out disease.</source>
        <translation>不确定。不能排除疾病。</translation>
    </message>
    <message>
        <source>Does not rule out disease.</source>
        <translation>低于阈值，不能排除疾病。</translation>
    </message>
    <message>
        <source>Not the chance of disease.</source>
        <translation>模型评分，非患病概率。</translation>
    </message>
    <message>
        <source>TB not assessed; cough for 2 weeks or more: refer.</source>
        <translation>未评估结核；咳嗽≥2周请转诊。</translation>
    </message>
    <message>
        <source>Where the model looked; not the outline of a lesion.</source>
        <translation>模型关注区域，非病灶边界。</translation>
    </message>
    <message>
        <source>No score; repeat or have it read.</source>
        <translation>无评分；请重拍或由医师阅片。</translation>
    </message>
    <message>
        <source>Not reviewed by a clinician.</source>
        <translation>未经医师审核。</translation>
    </message>
    <message>
        <source>Check the marker: flipped, or heart on the right?</source>
        <translation>请核对左右标记：翻转，还是右位心？</translation>
    </message>
    <message>
        <source>Check dose, weight, allergy.</source>
        <translation>核对剂量、体重、过敏史。</translation>
    </message>
    <message>
        <source>Reviewed and signed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>For research and screening support; a clinician decides.</source>
        <translation>仅供研究和筛查辅助；由医师决定。</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>所见</translation>
    </message>
    <message>
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Score (0-100): {score} Below threshold: {below}</source>
        <translation>评分（0-100）：{score}{below}</translation>
    </message>
    <message>
        <source>{n} files inside folders or archives are no pictures; left out</source>
        <translation>文件夹或压缩包内有 {n} 个文件不是图像，已略过</translation>
    </message>
    <message>
        <source>the heat maps are plain pictures of patients: keep the folder safe</source>
        <translation>热力图是未加密的患者图像：请妥善保管该文件夹</translation>
    </message>
    <message>
        <source>stopped; {n} answered before that are written</source>
        <translation>已停止；此前完成的 {n} 项已写入</translation>
    </message>
    <message>
        <source>Written to {folder}: {what}</source>
        <translation>已写入 {folder}：{what}</translation>
    </message>
    <message>
        <source>results.jsonl, heat maps</source>
        <translation>results.jsonl、热力图</translation>
    </message>
    <message>
        <source>no picture of the window: Qt is not installed here</source>
        <translation>没有窗口图片：此处未安装 Qt</translation>
    </message>
    <message>
        <source>measuring; leave the machine alone for a minute</source>
        <translation>正在测量；请在一分钟内不要使用本机</translation>
    </message>
    <message>
        <source>{name} {version}: files, shapes and sample agree ({provider})</source>
        <translation>{name} {version}：文件、形状与样例一致（{provider}）</translation>
    </message>
    <message>
        <source>  not in this build, as only a graphics card runs it: {files}</source>
        <translation>  本安装包未包含，仅供显卡运行：{files}</translation>
    </message>
    <message>
        <source>Passphrase of {user} ({folder}):</source>
        <translation>{user} 的口令（{folder}）：</translation>
    </message>
    <message>
        <source>Recovery key, all lines ({folder}):</source>
        <translation>恢复密钥，全部各行（{folder}）：</translation>
    </message>
    <message>
        <source>the recovery key was used; sign in at the window and write down a new one</source>
        <translation>恢复密钥已被使用；请在窗口登录并抄写新的密钥</translation>
    </message>
    <message>
        <source>the clock stands before the newest entry of the audit trail; set it right</source>
        <translation>时钟早于最新的审计记录；请校正</translation>
    </message>
    <message>
        <source>{copied} films copied, {kept} kept, all proven: {folder}</source>
        <translation>复制 {copied} 张影像，沿用 {kept} 张，均已核对：{folder}</translation>
    </message>
    <message>
        <source>{n} films are damaged in the store itself. Keep older backups: they may hold them whole.</source>
        <translation>病例库中有 {n} 张影像本身已损坏。请保留较早的备份：其中可能有完好的副本。</translation>
    </message>
    <message>
        <source>Unplug the stick now. Use two in turn, and keep one in another building.</source>
        <translation>现在请拔下 U 盘。用两个轮换，一个放在别处。</translation>
    </message>
    <message>
        <source>Backup of {at}: {films} films, {megabytes} MB</source>
        <translation>{at} 的备份：{films} 张影像，{megabytes} MB</translation>
    </message>
    <message>
        <source>Damaged: {part}</source>
        <translation>损坏：{part}</translation>
    </message>
    <message>
        <source>Restored with {films} films into {folder}</source>
        <translation>已恢复 {films} 张影像到 {folder}</translation>
    </message>
    <message>
        <source>The audit trail is whole: {entries} entries, head {head}. Give a printed head with --head to see that its end was not cut.</source>
        <translation>审计记录完整：共 {entries} 条，末尾标记 {head}。用 --head 给出打印的标记，可确认末尾没有被截去。</translation>
    </message>
    <message>
        <source>The audit trail is whole and agrees with the paper: {entries} entries, head {head}.</source>
        <translation>审计记录完整，与纸上的标记一致：共 {entries} 条，末尾标记 {head}。</translation>
    </message>
    <message>
        <source>{name} {version} is installed. It is on trial: shown, and not used for sorting or assessment until it was validated here.</source>
        <translation>{name} {version} 已安装，试用中：在本单位验证之前仅显示，不用于排序和评估。</translation>
    </message>
    <message>
        <source>Another version of {name} stays in use; `meddx models use {name} {version}` switches.</source>
        <translation>{name} 仍使用原有版本；用 `meddx models use {name} {version}` 切换。</translation>
    </message>
    <message>
        <source>{file} is written. Others know it by this fingerprint of your site: {fingerprint}</source>
        <translation>已写入 {file}。他人凭本单位指纹辨认：{fingerprint}</translation>
    </message>
    <message>
        <source>{name} is on.</source>
        <translation>{name}已开启。</translation>
    </message>
    <message>
        <source>{name} is off.</source>
        <translation>{name}已关闭。</translation>
    </message>
    <message>
        <source>Kept for {name}: {share}</source>
        <translation>已为{name}保存：{share}</translation>
    </message>
    <message>
        <source>{name} {version} is in use now.</source>
        <translation>现在使用 {name} {version}。</translation>
    </message>
    <message>
        <source>{name} {version} is removed.</source>
        <translation>已移除 {name} {version}。</translation>
    </message>
    <message>
        <source>Your site signs as: {fingerprint}</source>
        <translation>本单位签名指纹：{fingerprint}</translation>
    </message>
    <message>
        <source>{name}: {fingerprint}</source>
        <translation>{name}：{fingerprint}</translation>
    </message>
    <message>
        <source>{name} is known now. Packages under this signature install without typing their name.</source>
        <translation>已认可 {name}。此签名下的模型包安装时无需输入名称。</translation>
    </message>
    <message>
        <source>This signer is unknown again. What was installed stays.</source>
        <translation>不再认可该签名者。已安装的内容保留。</translation>
    </message>
    <message>
        <source>{count} new entries. What was revoked is not used any more.</source>
        <translation>新增 {count} 条。已吊销的不再使用。</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>试用中</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>MedDx Desktop {version}, Python {python}, installed build: {frozen}</source>
        <translation>MedDx Desktop {version}，Python {python}，安装版：{frozen}</translation>
    </message>
    <message>
        <source>{system}, {cores} processor cores</source>
        <translation>{system}，{cores} 个处理器核心</translation>
    </message>
    <message>
        <source>Memory: {gigabytes} GB</source>
        <translation>内存：{gigabytes} GB</translation>
    </message>
    <message>
        <source>Free disk space: {free_gigabytes} GB</source>
        <translation>可用磁盘空间：{free_gigabytes} GB</translation>
    </message>
    <message>
        <source>Data folder can be written: {folder}</source>
        <translation>数据文件夹可写：{folder}</translation>
    </message>
    <message>
        <source>Model {name} {version}: files, shapes and sample agree</source>
        <translation>模型 {name} {version}：文件、形状与样例一致</translation>
    </message>
    <message>
        <source>Device: asked for {asked}, runs on {used}, {threads} thread(s) per film</source>
        <translation>设备：要求 {asked}，实际使用 {used}，每张影像 {threads} 个线程</translation>
    </message>
    <message>
        <source>Device: runs on {used}, {threads} thread(s) per film. This build holds no part for graphics cards; the GPU installer does.</source>
        <translation>设备：使用 {used}，每张影像 {threads} 个线程。本安装包不含显卡部分；显卡版安装包才有。</translation>
    </message>
    <message>
        <source>Device: runs on {used}, {threads} thread(s) per film. No NVIDIA driver was found here.</source>
        <translation>设备：使用 {used}，每张影像 {threads} 个线程。本机未找到 NVIDIA 驱动。</translation>
    </message>
    <message>
        <source>Clock (UTC): {utc}</source>
        <translation>时钟（UTC）：{utc}</translation>
    </message>
    <message>
        <source>Fonts for English and Chinese: {shipped}</source>
        <translation>中英文字体：{shipped}</translation>
    </message>
    <message>
        <source>Encrypted case store: {folder}, {users} user(s); a guess at a passphrase costs {memory_mb} MB, {iterations} rounds, {lanes} lane(s)</source>
        <translation>加密病例库：{folder}，{users} 名用户；每猜一次口令需 {memory_mb} MB 内存、{iterations} 轮、{lanes} 路</translation>
    </message>
    <message>
        <source>No case store yet; the window makes an encrypted one here: {folder}</source>
        <translation>还没有病例库；窗口会在此建立加密的病例库：{folder}</translation>
    </message>
    <message>
        <source>The key file of the case store can&apos;t be used [{code}]: {folder}. Restore a backup; delete nothing.</source>
        <translation>病例库的密钥文件无法使用 [{code}]：{folder}。请恢复备份；不要删除任何文件。</translation>
    </message>
    <message>
        <source>Disk encryption: on ({what})</source>
        <translation>磁盘加密：已开启（{what}）</translation>
    </message>
    <message>
        <source>Disk encryption: off ({what}). The store is encrypted by itself; film files beside it are not. Switch it on (LUKS) when this computer is next set up.</source>
        <translation>磁盘加密：未开启（{what}）。病例库本身已加密，旁边的影像文件没有。下次安装这台电脑时请开启（LUKS）。</translation>
    </message>
    <message>
        <source>Disk encryption: not checked here. Look in the system&apos;s settings that it is on.</source>
        <translation>磁盘加密：此处未检查。请在系统设置中确认已开启。</translation>
    </message>
    <message>
        <source>Swap: none, or encrypted</source>
        <translation>交换区：无，或已加密</translation>
    </message>
    <message>
        <source>Swap: not encrypted ({what}). Open films may be written there; switch it off (swapoff, /etc/fstab) or encrypt it.</source>
        <translation>交换区：未加密（{what}）。打开的影像可能写到那里；请关闭（swapoff、/etc/fstab）或加密。</translation>
    </message>
    <message>
        <source>Swap: not checked here. Disk encryption covers it where that is on.</source>
        <translation>交换区：此处未检查。开启磁盘加密时已包括在内。</translation>
    </message>
    <message>
        <source>Hibernation: off, or into encrypted swap</source>
        <translation>休眠：已关闭，或写入加密的交换区</translation>
    </message>
    <message>
        <source>Hibernation: possible, into swap that is not encrypted ({what}). It writes all memory there; switch it off (systemctl mask hibernate.target).</source>
        <translation>休眠：可用，写入未加密的交换区（{what}）。休眠会写出全部内存；请关闭（systemctl mask hibernate.target）。</translation>
    </message>
    <message>
        <source>Hibernation: not checked here. Lock the store before the computer hibernates.</source>
        <translation>休眠：此处未检查。电脑休眠前请先锁定病例库。</translation>
    </message>
    <message>
        <source>Crash dumps: off</source>
        <translation>崩溃转储：已关闭</translation>
    </message>
    <message>
        <source>Crash dumps: on ({what}). A dump holds what was open; switch them off (sysctl kernel.core_pattern=|/bin/false).</source>
        <translation>崩溃转储：已开启（{what}）。转储含有当时打开的内容；请关闭（sysctl kernel.core_pattern=|/bin/false）。</translation>
    </message>
    <message>
        <source>Crash dumps: not checked here. Switch off error reports with memory contents.</source>
        <translation>崩溃转储：此处未检查。请关闭含内存内容的错误报告。</translation>
    </message>
    <message>
        <source>Knowledge of the assessment: {conditions} conditions</source>
        <translation>评估知识库：{conditions} 种疾病</translation>
    </message>
    <message>
        <source>Knowledge of the assessment: {file} can&apos;t be used [{code}]. There is no assessment; install the program again.</source>
        <translation>评估知识库：{file} 无法使用 [{code}]。无法评估；请重新安装程序。</translation>
    </message>
    <message>
        <source>Data folder can&apos;t be written: {folder}. Settings are lost at the end.</source>
        <translation>数据文件夹不可写：{folder}。设置将在退出时丢失。</translation>
    </message>
    <message>
        <source>Model {name} {version} is not used [{code}]. Install the package again.</source>
        <translation>未使用模型 {name} {version} [{code}]。请重新安装该模型包。</translation>
    </message>
    <message>
        <source>The gate model is missing: no film can be scored. Install the package cxr-gate.</source>
        <translation>缺少检查影像的模型：无法评分。请安装模型包 cxr-gate。</translation>
    </message>
    <message>
        <source>Device: asked for {asked}, but {used} runs. Update the card&apos;s driver or choose cpu.</source>
        <translation>设备：要求 {asked}，但实际使用 {used}。请更新显卡驱动或选择 cpu。</translation>
    </message>
    <message>
        <source>The clock shows {utc} (UTC), before this program was made. Set it: ages need it.</source>
        <translation>时钟显示 {utc}（UTC），早于本程序的制作时间。请校准：年龄计算需要它。</translation>
    </message>
    <message>
        <source>The program&apos;s fonts are missing. Install it again.</source>
        <translation>程序字体缺失。请重新安装。</translation>
    </message>
    <message>
        <source>{model} {version} ({variant}), {finding}: {films} films of {patients} patients, {positives} with and {negatives} without it</source>
        <translation>{model} {version}（{variant}），{finding}：{patients}名患者的{films}张胶片，阳性{positives}张，阴性{negatives}张</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95%区间</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>At the model&apos;s threshold, {threshold}</source>
        <translation>按模型阈值{threshold}</translation>
    </message>
    <message>
        <source>At this site&apos;s threshold, {threshold}</source>
        <translation>按本站点阈值{threshold}</translation>
    </message>
    <message>
        <source>At the threshold for a sensitivity of {target} %: {threshold}</source>
        <translation>按灵敏度{target}%所需的阈值：{threshold}</translation>
    </message>
    <message>
        <source>area below the ROC curve (AUC)</source>
        <translation>ROC曲线下面积（AUC）</translation>
    </message>
    <message>
        <source>mean gap between score and share (ECE)</source>
        <translation>评分与实际比例的平均差（ECE）</translation>
    </message>
    <message>
        <source>sensitivity (recall)</source>
        <translation>灵敏度（召回率）</translation>
    </message>
    <message>
        <source>specificity</source>
        <translation>特异度</translation>
    </message>
    <message>
        <source>PPV (precision)</source>
        <translation>阳性预测值（精确率）</translation>
    </message>
    <message>
        <source>NPV</source>
        <translation>阴性预测值</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1值</translation>
    </message>
    <message>
        <source>found: {tp} with, {fp} without the finding. Not found: {fn} with, {tn} without.</source>
        <translation>判为阳性：有该所见{tp}张，无{fp}张。判为阴性：有该所见{fn}张，无{tn}张。</translation>
    </message>
    <message>
        <source>PPV and NPV hold where {share} % of the films have the finding, as here. They fall or rise with that share.</source>
        <translation>上述预测值仅适用于阳性比例为{share}%（如此批胶片）的情况，会随该比例升降。</translation>
    </message>
    <message>
        <source>These films prove it: the lower end of the interval reaches {target} %. The owner can keep it with --choose, and a clinician confirms it.</source>
        <translation>这些胶片足以证明：区间下限达到{target}%。所有者可用--choose保存，再由医师确认。</translation>
    </message>
    <message>
        <source>the threshold is kept; it changes nothing until a clinician confirms it: meddx thresholds confirm</source>
        <translation>阈值已保存；在医师确认之前不起作用：meddx thresholds confirm</translation>
    </message>
    <message>
        <source>This site has no thresholds of its own; the models&apos; hold.</source>
        <translation>本站点没有自己的阈值；采用模型原阈值。</translation>
    </message>
    <message>
        <source>threshold (model&apos;s)</source>
        <translation>阈值（模型）</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>found, 95 % interval</source>
        <translation>检出，95%区间</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>{model}, {finding}: {share} % of the patients here have it, as the owner entered</source>
        <translation>{model}，{finding}：所有者填写的本地患病率为{share}%</translation>
    </message>
    <message>
        <source>{n} films got no score ({with_finding} of them with the finding); they are in no figure:</source>
        <translation>{n}张胶片无评分（其中阳性{with_finding}张），未计入任何指标：</translation>
    </message>
    <message>
        <source>{n} films could not be looked at:</source>
        <translation>{n}张胶片无法查看：</translation>
    </message>
    <message>
        <source>{n} films without a label: {names}</source>
        <translation>{n}张胶片没有标签：{names}</translation>
    </message>
    <message>
        <source>{n} lines name no film: {names}</source>
        <translation>{n}行没有对应的胶片：{names}</translation>
    </message>
    <message>
        <source>{n} films with an open label were left out</source>
        <translation>{n}张标签不明的胶片未计入</translation>
    </message>
    <message>
        <source>{n} films or lines came twice and were counted once</source>
        <translation>{n}处胶片或行重复，只计一次</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>另有{n}项</translation>
    </message>
    <message>
        <source>Plots written: {roc}, {calibration}</source>
        <translation>已写入图：{roc}、{calibration}</translation>
    </message>
    <message>
        <source>ROC: {model}, {finding}</source>
        <translation>ROC：{model}，{finding}</translation>
    </message>
    <message>
        <source>1 - specificity</source>
        <translation>1 - 特异度</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>Scores against labels: {model}, {finding}</source>
        <translation>评分与标签对照：{model}，{finding}</translation>
    </message>
    <message>
        <source>mean score</source>
        <translation>平均评分</translation>
    </message>
    <message>
        <source>share with the finding</source>
        <translation>阳性比例</translation>
    </message>
    <message>
        <source>model&apos;s threshold</source>
        <translation>模型阈值</translation>
    </message>
    <message>
        <source>site&apos;s threshold</source>
        <translation>站点阈值</translation>
    </message>
    <message>
        <source>site threshold since {since}</source>
        <translation>站点阈值，自{since}起</translation>
    </message>
    <message>
        <source>On trial: this model was not validated here. Its result sorts nothing, and nothing is decided on it.</source>
        <translation>试用中：该模型尚未在本地验证。其结果不参与排序，也不据此作任何判定。</translation>
    </message>
    <message>
        <source>Corrected for a share of {share} % here: {chance} % chance of the finding</source>
        <translation>按本地患病率{share}%校正：有该所见的概率为{chance}%</translation>
    </message>
    <message>
        <source>Look after a change of models: none yet. Sign in at the window once.</source>
        <translation>模型变更后的复查：尚未进行。请在窗口中登录一次。</translation>
    </message>
    <message>
        <source>Look after a change of models: due, something changed since the last one of {at}. Sign in at the window.</source>
        <translation>模型变更后的复查：待进行，自上次（{at}）以来有变更。请在窗口中登录。</translation>
    </message>
    <message>
        <source>Look after a change of models ({at}): {films} films, largest shift {largest} points of 100, no call changed</source>
        <translation>模型变更后的复查（{at}）：{films}张胶片，评分最大变化{largest}分（满分100），判定无变化</translation>
    </message>
    <message>
        <source>Look after a change of models ({at}): {films} films, largest shift {largest} points of 100, {calls} changed sides of the threshold, {lost} gained or lost their score. Check the model here before you trust it.</source>
        <translation>模型变更后的复查（{at}）：{films}张胶片，评分最大变化{largest}分（满分100），{calls}张越过阈值，{lost}张由有评分变为无评分或相反。请先在本地验证模型再采信。</translation>
    </message>
    <message>
        <source>Added to a signed case</source>
        <translation>补充已签署的病例</translation>
    </message>
    <message>
        <source>Wrote counts for public health</source>
        <translation>导出公共卫生计数</translation>
    </message>
    <message>
        <source>Could not write counts; nothing left</source>
        <translation>未能写出计数，没有文件留下</translation>
    </message>
    <message>
        <source>Said where patients are seen</source>
        <translation>设定接诊场所</translation>
    </message>
    <message>
        <source>Entered how common a condition is here</source>
        <translation>录入某病的本地患病率</translation>
    </message>
    <message>
        <source>Said which tests can be done here</source>
        <translation>设定可开展的检查</translation>
    </message>
    <message>
        <source>Read the audit trail</source>
        <translation>查看审计记录</translation>
    </message>
    <message>
        <source>Made a monthly sheet</source>
        <translation>制作月度汇总</translation>
    </message>
    <message>
        <source>Verified the audit trail</source>
        <translation>验证审计记录</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>完成备份</translation>
    </message>
    <message>
        <source>Changed a case</source>
        <translation>修改病例</translation>
    </message>
    <message>
        <source>Opened a new case</source>
        <translation>新建病例</translation>
    </message>
    <message>
        <source>Handed a case over</source>
        <translation>移交病例</translation>
    </message>
    <message>
        <source>Looked at a case</source>
        <translation>查看病例</translation>
    </message>
    <message>
        <source>Deleted a removed case for good</source>
        <translation>永久删除已移除的病例</translation>
    </message>
    <message>
        <source>Took a case off the list</source>
        <translation>从列表移除病例</translation>
    </message>
    <message>
        <source>Reopened a signed case</source>
        <translation>重新打开已签署的病例</translation>
    </message>
    <message>
        <source>Brought a case back</source>
        <translation>放回病例</translation>
    </message>
    <message>
        <source>Signed a case</source>
        <translation>签署病例</translation>
    </message>
    <message>
        <source>Took a case over</source>
        <translation>接收病例</translation>
    </message>
    <message>
        <source>Wrote figures or a plot of a model&apos;s check</source>
        <translation>写出了模型验证的指标或图</translation>
    </message>
    <message>
        <source>Confirmed the clock</source>
        <translation>确认时钟</translation>
    </message>
    <message>
        <source>Read in a list of codes</source>
        <translation>读入了编码表</translation>
    </message>
    <message>
        <source>Went back to the program&apos;s own codes</source>
        <translation>恢复使用程序自带编码</translation>
    </message>
    <message>
        <source>Decided on a condition</source>
        <translation>判定某一疾病</translation>
    </message>
    <message>
        <source>Took back how a film was corrected</source>
        <translation>撤销对胶片的校正</translation>
    </message>
    <message>
        <source>Critical results in laboratory results</source>
        <translation>检验结果中发现危急值</translation>
    </message>
    <message>
        <source>Said why a result is not critical</source>
        <translation>说明某结果为何不作危急值</translation>
    </message>
    <message>
        <source>Raised a critical result</source>
        <translation>提出危急值</translation>
    </message>
    <message>
        <source>Critical result told and read back</source>
        <translation>危急值已通知并复述</translation>
    </message>
    <message>
        <source>Told a critical result</source>
        <translation>通知危急值</translation>
    </message>
    <message>
        <source>Took up unfinished text</source>
        <translation>取回未完成的文字</translation>
    </message>
    <message>
        <source>Added a film</source>
        <translation>添加影像</translation>
    </message>
    <message>
        <source>Had a film turned or un-inverted</source>
        <translation>将胶片旋转或恢复黑白</translation>
    </message>
    <message>
        <source>Film without a score</source>
        <translation>影像没有评分</translation>
    </message>
    <message>
        <source>Film screened</source>
        <translation>影像已筛查</translation>
    </message>
    <message>
        <source>Decided on a finding</source>
        <translation>判断结果</translation>
    </message>
    <message>
        <source>Locked an own first reading</source>
        <translation>锁定初步判断</translation>
    </message>
    <message>
        <source>Opened results without a first reading</source>
        <translation>未先行判断即打开结果</translation>
    </message>
    <message>
        <source>Noted that a follow-up was done</source>
        <translation>记录随访已完成</translation>
    </message>
    <message>
        <source>Moved a follow-up</source>
        <translation>随访改期</translation>
    </message>
    <message>
        <source>Set a follow-up</source>
        <translation>设定随访</translation>
    </message>
    <message>
        <source>Took a follow-up back</source>
        <translation>撤回随访</translation>
    </message>
    <message>
        <source>Came with an older key file</source>
        <translation>出现了较旧的密钥文件</translation>
    </message>
    <message>
        <source>Change of keys was cut off: nothing changed</source>
        <translation>密钥更改中断：未作任何更改</translation>
    </message>
    <message>
        <source>Said how a laboratory result is meant</source>
        <translation>说明了检验结果的含义</translation>
    </message>
    <message>
        <source>Took back a word on a laboratory result</source>
        <translation>撤回了对检验结果的说明</translation>
    </message>
    <message>
        <source>Wrote a picture of laboratory results</source>
        <translation>写出检验结果图片</translation>
    </message>
    <message>
        <source>Brought laboratory results into a case</source>
        <translation>将检验结果导入病例</translation>
    </message>
    <message>
        <source>Forgot how a laboratory&apos;s table is read</source>
        <translation>不再记住该检验表格的读法</translation>
    </message>
    <message>
        <source>Remembered how a laboratory&apos;s table is read</source>
        <translation>记住了该检验表格的读法</translation>
    </message>
    <message>
        <source>Printed laboratory results</source>
        <translation>打印检验结果</translation>
    </message>
    <message>
        <source>Took imported laboratory results back</source>
        <translation>撤回了导入的检验结果</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Wrote a model package</source>
        <translation>写出模型包</translation>
    </message>
    <message>
        <source>Installed a model</source>
        <translation>安装模型</translation>
    </message>
    <message>
        <source>Put a model back on trial</source>
        <translation>模型退回试用</translation>
    </message>
    <message>
        <source>Removed a model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Revoked a model</source>
        <translation>吊销模型</translation>
    </message>
    <message>
        <source>Switched to another model version</source>
        <translation>切换模型版本</translation>
    </message>
    <message>
        <source>Validated a model here</source>
        <translation>在本单位验证模型</translation>
    </message>
    <message>
        <source>Took in a list of revoked models</source>
        <translation>导入吊销列表</translation>
    </message>
    <message>
        <source>Corrected what was read in a note</source>
        <translation>更正了病历判读</translation>
    </message>
    <message>
        <source>Took back a correction of a note</source>
        <translation>撤回了病历更正</translation>
    </message>
    <message>
        <source>Saw a red flag of a note</source>
        <translation>知悉了病历中的危险信号</translation>
    </message>
    <message>
        <source>Took back that a red flag was seen</source>
        <translation>撤回了对危险信号的知悉</translation>
    </message>
    <message>
        <source>Warned: note of another patient?</source>
        <translation>警告：他人的病历文字？</translation>
    </message>
    <message>
        <source>Changed the own passphrase</source>
        <translation>更改自己的口令</translation>
    </message>
    <message>
        <source>Gave a user a new passphrase</source>
        <translation>为用户设置新口令</translation>
    </message>
    <message>
        <source>Changed who the patient is</source>
        <translation>修改患者身份</translation>
    </message>
    <message>
        <source>Erased a patient</source>
        <translation>抹除患者</translation>
    </message>
    <message>
        <source>Kept two patients apart</source>
        <translation>确认为两名患者</translation>
    </message>
    <message>
        <source>Joined two patients</source>
        <translation>合并两名患者</translation>
    </message>
    <message>
        <source>Separated two patients</source>
        <translation>分开两名患者</translation>
    </message>
    <message>
        <source>Readers disagree</source>
        <translation>阅片者意见不一</translation>
    </message>
    <message>
        <source>Issued a new recovery key</source>
        <translation>签发新的恢复密钥</translation>
    </message>
    <message>
        <source>Tested the recovery key</source>
        <translation>试用恢复密钥</translation>
    </message>
    <message>
        <source>Signed in with the recovery key</source>
        <translation>用恢复密钥登录</translation>
    </message>
    <message>
        <source>Began to renew all keys</source>
        <translation>开始更换全部密钥</translation>
    </message>
    <message>
        <source>Renewed all keys</source>
        <translation>已更换全部密钥</translation>
    </message>
    <message>
        <source>Halted the renewal of keys</source>
        <translation>中止更换密钥</translation>
    </message>
    <message>
        <source>Let a report out of the store</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Printed a report</source>
        <translation>打印报告</translation>
    </message>
    <message>
        <source>Verified a report</source>
        <translation>核验报告</translation>
    </message>
    <message>
        <source>Restored this store from a backup</source>
        <translation>从备份恢复本病例库</translation>
    </message>
    <message>
        <source>Entered how common the outcome of a risk model is</source>
        <translation>录入了风险模型结局在本地的比例</translation>
    </message>
    <message>
        <source>Switched a risk model on or off</source>
        <translation>开启或关闭了风险模型</translation>
    </message>
    <message>
        <source>Asked for a new screening</source>
        <translation>要求重新筛查</translation>
    </message>
    <message>
        <source>Asked for a second reader</source>
        <translation>请求第二阅片者</translation>
    </message>
    <message>
        <source>Took the second reader back</source>
        <translation>取消第二阅片者</translation>
    </message>
    <message>
        <source>Chose films for the look after a change</source>
        <translation>选定变更后复查的胶片</translation>
    </message>
    <message>
        <source>Looked at chosen films after a change</source>
        <translation>变更后复查了选定的胶片</translation>
    </message>
    <message>
        <source>Changed a rule of this site</source>
        <translation>更改本机构规定</translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Made a model signer known</source>
        <translation>认可模型签名者</translation>
    </message>
    <message>
        <source>Took a model signer off the list</source>
        <translation>取消认可模型签名者</translation>
    </message>
    <message>
        <source>Found an older copy of the database</source>
        <translation>发现旧的数据库副本</translation>
    </message>
    <message>
        <source>Checked the store</source>
        <translation>检查病例库</translation>
    </message>
    <message>
        <source>Made this store</source>
        <translation>建立本病例库</translation>
    </message>
    <message>
        <source>Said what was on paper first</source>
        <translation>注明先记在纸上的内容</translation>
    </message>
    <message>
        <source>Wrote films without identifiers</source>
        <translation>写出了去标识的影像</translation>
    </message>
    <message>
        <source>Wrote a note without identifiers</source>
        <translation>导出了一份去标识的病历文本</translation>
    </message>
    <message>
        <source>Entered how common a finding is here</source>
        <translation>填写了本地患病率</translation>
    </message>
    <message>
        <source>Answered a question of a treatment plan</source>
        <translation>回答了治疗方案中的问题</translation>
    </message>
    <message>
        <source>Chose a treatment, or took the choice back</source>
        <translation>选用或撤回治疗</translation>
    </message>
    <message>
        <source>Confirmed a site threshold</source>
        <translation>确认了站点阈值</translation>
    </message>
    <message>
        <source>Site threshold lapsed</source>
        <translation>站点阈值失效</translation>
    </message>
    <message>
        <source>Chose a site threshold</source>
        <translation>选定了站点阈值</translation>
    </message>
    <message>
        <source>Took a site threshold back</source>
        <translation>撤回了站点阈值</translation>
    </message>
    <message>
        <source>Added a user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Shut a user out</source>
        <translation>停用用户</translation>
    </message>
    <message>
        <source>Removed a user</source>
        <translation>删除用户</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>疾病</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>file format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>from version</source>
        <translation>原版本</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>seconds before</source>
        <translation>提前秒数</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>other case</source>
        <translation>另一病例</translation>
    </message>
    <message>
        <source>printed mark</source>
        <translation>打印的标记</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规定</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256 校验值</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>state of the case</source>
        <translation>病例状态</translation>
    </message>
    <message>
        <source>to version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>This formula has not been checked against its source. No value.</source>
        <translation>该公式尚未与出处核对，不给出结果。</translation>
    </message>
    <message>
        <source>{name} {value} {unit} is outside {low} to {high} {unit}. Check the value and its unit.</source>
        <translation>{name} {value} {unit} 超出 {low}～{high} {unit} 的范围，请核对数值和单位。</translation>
    </message>
    <message>
        <source>Made for {youngest} years and older; this patient is {age}. No value.</source>
        <translation>适用于 {youngest} 岁及以上；该患者 {age} 岁，不给出结果。</translation>
    </message>
    <message>
        <source>Made for up to {oldest} years; this patient is {age}. No value.</source>
        <translation>适用于 {oldest} 岁及以下；该患者 {age} 岁，不给出结果。</translation>
    </message>
    <message>
        <source>The formula knows only female and male. No value.</source>
        <translation>该公式仅适用于女性和男性，不给出结果。</translation>
    </message>
    <message>
        <source>Not made for pregnancy. No value.</source>
        <translation>不适用于妊娠期，不给出结果。</translation>
    </message>
    <message>
        <source>The creatinine is moving, as in acute kidney injury; an estimate would be wrong. Repeat when it is steady.</source>
        <translation>肌酐正在变化（见于急性肾损伤），估算会出错；请待肌酐稳定后再算。</translation>
    </message>
    <message>
        <source>Only for atrial fibrillation.</source>
        <translation>仅用于心房颤动。</translation>
    </message>
    <message>
        <source>Only for chest pain.</source>
        <translation>仅用于胸痛。</translation>
    </message>
    <message>
        <source>Only for pneumonia.</source>
        <translation>仅用于肺炎。</translation>
    </message>
    <message>
        <source>Only where an infection is suspected.</source>
        <translation>仅用于疑似感染。</translation>
    </message>
    <message>
        <source>Only for chronic liver disease.</source>
        <translation>仅用于慢性肝病。</translation>
    </message>
    <message>
        <source>Only for cirrhosis.</source>
        <translation>仅用于肝硬化。</translation>
    </message>
    <message>
        <source>Needs a fasting sample.</source>
        <translation>需要空腹标本。</translation>
    </message>
    <message>
        <source>Glucose {glucose} mg/dL is not high; there is nothing to correct.</source>
        <translation>血糖 {glucose} mg/dL 不高，无需校正。</translation>
    </message>
    <message>
        <source>Only for small red cells, MCV under 80 fL; this one is {mcv}.</source>
        <translation>仅用于小红细胞（MCV 低于 80 fL）；本例为 {mcv}。</translation>
    </message>
    <message>
        <source>Not for known cardiovascular disease: the risk is high already.</source>
        <translation>不用于已知心血管病：其风险已属高危。</translation>
    </message>
    <message>
        <source>Not for known diabetes.</source>
        <translation>不用于已知糖尿病。</translation>
    </message>
    <message>
        <source>Triglycerides {triglycerides} mg/dL; the equation does not hold from {limit} mg/dL on. Have LDL measured.</source>
        <translation>甘油三酯 {triglycerides} mg/dL；达到 {limit} mg/dL 时该公式不成立，请直接测定低密度脂蛋白胆固醇。</translation>
    </message>
    <message>
        <source>Total cholesterol {total} mg/dL does not fit the other values (HDL {hdl} mg/dL). Check them.</source>
        <translation>总胆固醇 {total} mg/dL 与其他数值不符（高密度脂蛋白胆固醇 {hdl} mg/dL），请核对。</translation>
    </message>
    <message>
        <source>Iron {iron} µg/dL is above the binding capacity {capacity} µg/dL. Check them.</source>
        <translation>血清铁 {iron} µg/dL 高于总铁结合力 {capacity} µg/dL，请核对。</translation>
    </message>
    <message>
        <source>Segmented and band forms make {percent} %, more than all cells. Check them.</source>
        <translation>分叶核与杆状核合计 {percent} %，超过全部细胞，请核对。</translation>
    </message>
    <message>
        <source>The creatinine is changing: within 7 days by 0.3 mg/dL (26.5 µmol/L) or more. This value lags behind the kidneys; measure again before anything rests on it.</source>
        <translation>肌酐正在变化：7天内变化≥0.3 mg/dL（26.5 µmol/L）。该值滞后于肾功能；复查后再作依据。</translation>
    </message>
    <message>
        <source>Holds only if the creatinine is steady; no earlier value was compared.</source>
        <translation>仅在肌酐稳定时成立；未与既往数值比较。</translation>
    </message>
    <message>
        <source>Chronic kidney disease needs findings for three months or more.</source>
        <translation>慢性肾脏病的判定需要异常持续三个月或以上。</translation>
    </message>
    <message>
        <source>Made for creatinine measured by an enzymatic method.</source>
        <translation>适用于酶法测定的肌酐。</translation>
    </message>
    <message>
        <source>For drug labels that ask for it; not for staging kidney disease.</source>
        <translation>供药品说明书要求时使用；不用于肾脏病分期。</translation>
    </message>
    <message>
        <source>Computed with the weight as measured; it misleads in obesity and oedema.</source>
        <translation>按实测体重计算；肥胖和水肿时会产生误导。</translation>
    </message>
    <message>
        <source>Misleads while a hepatitis is acute.</source>
        <translation>急性肝炎期间会产生误导。</translation>
    </message>
    <message>
        <source>Less reliable under 35 years.</source>
        <translation>35 岁以下可靠性较差。</translation>
    </message>
    <message>
        <source>What is usual depends on the laboratory; use its own range.</source>
        <translation>参考范围因实验室而异，请用本实验室的范围。</translation>
    </message>
    <message>
        <source>Computed without potassium.</source>
        <translation>计算不含钾。</translation>
    </message>
    <message>
        <source>An approximation; ionised calcium is better where it matters.</source>
        <translation>仅为近似值；需要准确时请测离子钙。</translation>
    </message>
    <message>
        <source>Better from a fasting sample.</source>
        <translation>最好使用空腹标本。</translation>
    </message>
    <message>
        <source>There is no agreed cut-off.</source>
        <translation>尚无公认的界值。</translation>
    </message>
    <message>
        <source>Means nothing under insulin treatment.</source>
        <translation>胰岛素治疗期间无意义。</translation>
    </message>
    <message>
        <source>The half is taken inside the logarithm; values of the other convention do not compare.</source>
        <translation>除以 2 在对数之内；与另一种算法的数值不可比较。</translation>
    </message>
    <message>
        <source>From the analyser&apos;s percentage, which holds the band forms. If it is of granulocytes, eosinophils and basophils are in it too.</source>
        <translation>由分析仪百分比计算，其中已包含杆状核。若为粒细胞百分比，则还包含嗜酸性和嗜碱性粒细胞。</translation>
    </message>
    <message>
        <source>Misleads in anaemia, after bleeding or transfusion, and with haemoglobin variants.</source>
        <translation>贫血、失血或输血后以及血红蛋白变异时会产生误导。</translation>
    </message>
    <message>
        <source>A hint only; confirm by iron tests and haemoglobin analysis.</source>
        <translation>仅为提示；请以铁代谢检查和血红蛋白分析确认。</translation>
    </message>
    <message>
        <source>Low systolic and low diastolic pressure give one point together.</source>
        <translation>收缩压低与舒张压低合计一分。</translation>
    </message>
    <message>
        <source>Does not rule out sepsis.</source>
        <translation>不能排除脓毒症。</translation>
    </message>
    <message>
        <source>NEWS2, Royal College of Physicians 2017. It does not replace judgement.</source>
        <translation>NEWS2，英国皇家内科医师学会 2017 年；不能代替临床判断。</translation>
    </message>
    <message>
        <source>A part of SOFA; do not read it as a SOFA score.</source>
        <translation>仅为 SOFA 的一部分，不可当作 SOFA 总分。</translation>
    </message>
    <message>
        <source>Shows what can be improved; by itself no reason to withhold anticoagulants.</source>
        <translation>提示可改善之处；其本身不是停用抗凝药的理由。</translation>
    </message>
    <message>
        <source>Not validated in Chinese; the risk may be wrong.</source>
        <translation>未在中国人群中验证，风险估计可能有误。</translation>
    </message>
    <message>
        <source>Coefficients for white and other persons.</source>
        <translation>采用白人及其他人群的系数。</translation>
    </message>
    <message>
        <source>G1: 90 or more</source>
        <translation>G1：90 及以上</translation>
    </message>
    <message>
        <source>G2: 60 to 89</source>
        <translation>G2：60～89</translation>
    </message>
    <message>
        <source>G3a: 45 to 59</source>
        <translation>G3a：45～59</translation>
    </message>
    <message>
        <source>G3b: 30 to 44</source>
        <translation>G3b：30～44</translation>
    </message>
    <message>
        <source>G4: 15 to 29</source>
        <translation>G4：15～29</translation>
    </message>
    <message>
        <source>G5: under 15</source>
        <translation>G5：低于 15</translation>
    </message>
    <message>
        <source>A1: under 30 mg/g</source>
        <translation>A1：低于 30 mg/g</translation>
    </message>
    <message>
        <source>A2: 30 to 300 mg/g</source>
        <translation>A2：30～300 mg/g</translation>
    </message>
    <message>
        <source>A3: over 300 mg/g</source>
        <translation>A3：高于 300 mg/g</translation>
    </message>
    <message>
        <source>Kidney risk low</source>
        <translation>肾脏风险低</translation>
    </message>
    <message>
        <source>Kidney risk moderate</source>
        <translation>肾脏风险中等</translation>
    </message>
    <message>
        <source>Kidney risk high</source>
        <translation>肾脏风险高</translation>
    </message>
    <message>
        <source>Kidney risk very high</source>
        <translation>肾脏风险极高</translation>
    </message>
    <message>
        <source>Advanced fibrosis unlikely</source>
        <translation>进展期肝纤维化可能性小</translation>
    </message>
    <message>
        <source>Fibrosis undecided</source>
        <translation>肝纤维化不能确定</translation>
    </message>
    <message>
        <source>Advanced fibrosis likely</source>
        <translation>进展期肝纤维化可能性大</translation>
    </message>
    <message>
        <source>Cirrhosis likely</source>
        <translation>肝硬化可能性大</translation>
    </message>
    <message>
        <source>Class A</source>
        <translation>A 级</translation>
    </message>
    <message>
        <source>Class B</source>
        <translation>B 级</translation>
    </message>
    <message>
        <source>Class C</source>
        <translation>C 级</translation>
    </message>
    <message>
        <source>Gap of 10 or less</source>
        <translation>间隙不超过 10</translation>
    </message>
    <message>
        <source>Gap raised, over 10</source>
        <translation>间隙升高，超过 10</translation>
    </message>
    <message>
        <source>Underweight, under 18.5</source>
        <translation>体重过低，低于 18.5</translation>
    </message>
    <message>
        <source>Healthy weight, 18.5 to under 24</source>
        <translation>体重正常，18.5 至 24 以下</translation>
    </message>
    <message>
        <source>Overweight, 24 to under 28</source>
        <translation>超重，24 至 28 以下</translation>
    </message>
    <message>
        <source>Obesity, 28 or more</source>
        <translation>肥胖，28 及以上</translation>
    </message>
    <message>
        <source>Low, under 20 %</source>
        <translation>偏低，低于 20 %</translation>
    </message>
    <message>
        <source>20 to 50 %</source>
        <translation>20%～50%</translation>
    </message>
    <message>
        <source>High, over 50 %</source>
        <translation>偏高，高于 50 %</translation>
    </message>
    <message>
        <source>Thalassaemia trait more likely</source>
        <translation>更可能为地中海贫血携带</translation>
    </message>
    <message>
        <source>Exactly 13: undecided</source>
        <translation>恰为 13：不能确定</translation>
    </message>
    <message>
        <source>Iron deficiency more likely</source>
        <translation>更可能为缺铁</translation>
    </message>
    <message>
        <source>Severe neutropenia, under 0.5</source>
        <translation>重度中性粒细胞减少，低于 0.5</translation>
    </message>
    <message>
        <source>Moderate neutropenia, 0.5 to under 1</source>
        <translation>中度中性粒细胞减少，0.5 至 1 以下</translation>
    </message>
    <message>
        <source>Mild neutropenia, 1 to under 1.5</source>
        <translation>轻度中性粒细胞减少，1 至 1.5 以下</translation>
    </message>
    <message>
        <source>No neutropenia, 1.5 or more</source>
        <translation>无中性粒细胞减少，1.5 及以上</translation>
    </message>
    <message>
        <source>Not high</source>
        <translation>不属高危</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Slightly raised risk</source>
        <translation>风险略高</translation>
    </message>
    <message>
        <source>Intermediate risk</source>
        <translation>中间风险</translation>
    </message>
    <message>
        <source>Moderate risk</source>
        <translation>中等风险</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Very high risk</source>
        <translation>极高风险</translation>
    </message>
    <message>
        <source>Under 2 points</source>
        <translation>不足 2 分</translation>
    </message>
    <message>
        <source>2 points or more: look for sepsis</source>
        <translation>2 分及以上：排查脓毒症</translation>
    </message>
    <message>
        <source>Low, 0 to 4</source>
        <translation>低，0～4 分</translation>
    </message>
    <message>
        <source>One sign scores 3: urgent review</source>
        <translation>单项得 3 分：尽快评估</translation>
    </message>
    <message>
        <source>Medium, 5 or 6: urgent review</source>
        <translation>中，5～6 分：尽快评估</translation>
    </message>
    <message>
        <source>High, 7 or more: emergency review</source>
        <translation>高，7 分及以上：紧急评估</translation>
    </message>
    <message>
        <source>This file of results is empty. Export it again from the laboratory system.</source>
        <translation>此结果文件为空。请从检验系统重新导出。</translation>
    </message>
    <message>
        <source>This file is larger than {limit} MB, more than results take. Check that it is the right file, or export a shorter period.</source>
        <translation>此文件大于 {limit} MB，超出检验结果应有的大小。请核对文件是否正确，或导出较短的时间段。</translation>
    </message>
    <message>
        <source>This file is XML, not HL7 version 2 with vertical bars. Ask the laboratory for HL7 v2 (ORU) or for FHIR R4 as JSON.</source>
        <translation>此文件是 XML，不是用竖线分隔的 HL7 v2。请向检验科索取 HL7 v2（ORU）或 FHIR R4 的 JSON 文件。</translation>
    </message>
    <message>
        <source>No HL7 message begins in this file (no MSH line). Export it again, or read it as a table.</source>
        <translation>此文件中没有 HL7 消息（没有 MSH 行）。请重新导出，或按表格读取。</translation>
    </message>
    <message>
        <source>This is a message of type {kind}, which carries no laboratory results. Ask for the result message (ORU or OUL).</source>
        <translation>此消息类型为 {kind}，不含检验结果。请索取结果消息（ORU 或 OUL）。</translation>
    </message>
    <message>
        <source>The first line of this message (MSH) is damaged, so its fields can&apos;t be told apart. Export it again.</source>
        <translation>此消息的首行（MSH）已损坏，无法区分各字段。请重新导出。</translation>
    </message>
    <message>
        <source>This file is XML. Ask for the same results in FHIR R4 as JSON.</source>
        <translation>此文件是 XML。请索取 FHIR R4 的 JSON 文件。</translation>
    </message>
    <message>
        <source>This is a clinical document (CDA), which is not read. Ask for the results as FHIR R4 JSON or HL7 v2.</source>
        <translation>这是临床文档（CDA），本程序不读取。请索取 FHIR R4 JSON 或 HL7 v2 格式的结果。</translation>
    </message>
    <message>
        <source>This JSON file is no FHIR resource. Ask for the results as FHIR R4, or as a table.</source>
        <translation>此 JSON 文件不是 FHIR 资源。请索取 FHIR R4 格式或表格格式的结果。</translation>
    </message>
    <message>
        <source>This FHIR file holds no observation and no report. Export it again with the results.</source>
        <translation>此 FHIR 文件中没有观察结果，也没有报告。请连同结果重新导出。</translation>
    </message>
    <message>
        <source>This was written in FHIR {version}; only R4 is read, because fields mean other things in other versions. Ask for R4.</source>
        <translation>此内容用 FHIR {version} 写成；本程序只读 R4，因为各版本中字段的含义不同。请索取 R4。</translation>
    </message>
    <message>
        <source>From byte {position} on the file is not UTF-8, so names could be read wrongly. Export it again as UTF-8.</source>
        <translation>文件从第 {position} 字节起不是 UTF-8，姓名可能会读错。请用 UTF-8 重新导出。</translation>
    </message>
    <message>
        <source>The file is damaged in line {line}, column {column}. Export it again.</source>
        <translation>文件第 {line} 行第 {column} 列已损坏。请重新导出。</translation>
    </message>
    <message>
        <source>The file stops in the middle (line {line}, column {column}). Copy or export it again.</source>
        <translation>文件在中途中断（第 {line} 行第 {column} 列）。请重新复制或导出。</translation>
    </message>
    <message>
        <source>This is nested deeper than results are, and was not read. Check the file.</source>
        <translation>此处嵌套过深，不像检验结果，未读取。请核对文件。</translation>
    </message>
    <message>
        <source>“{key}” stands twice where it may stand once, so nobody knows which one holds. Export it again.</source>
        <translation>“{key}”只能出现一次却出现了两次，无法知道以哪个为准。请重新导出。</translation>
    </message>
    <message>
        <source>The file does not say how its characters are written; they were read as {charset}. Check names and units.</source>
        <translation>文件没有说明字符编码；已按 {charset} 读取。请核对姓名和单位。</translation>
    </message>
    <message>
        <source>The file says that its characters are “{declared}”, which is not known here; they were read as {charset}. Check names and units.</source>
        <translation>文件注明字符编码为“{declared}”，本程序不认识；已按 {charset} 读取。请核对姓名和单位。</translation>
    </message>
    <message>
        <source>The file says that its characters are “{declared}”, but they are not; they were read as {charset}. Check names and units.</source>
        <translation>文件注明字符编码为“{declared}”，但实际不是；已按 {charset} 读取。请核对姓名和单位。</translation>
    </message>
    <message>
        <source>The file says that it holds {said} messages, but {found} were found. Ask for the file again.</source>
        <translation>文件注明有 {said} 条消息，实际找到 {found} 条。请重新索取文件。</translation>
    </message>
    <message>
        <source>The end of the file is missing; results may be too. Ask for the file again.</source>
        <translation>文件缺少结尾，可能也缺少结果。请重新索取文件。</translation>
    </message>
    <message>
        <source>This line stands before any message, so it belongs to nobody. It was not read.</source>
        <translation>此行在任何消息之前，不属于任何人，未读取。</translation>
    </message>
    <message>
        <source>The laboratory&apos;s comment on the patient: “{text}”.</source>
        <translation>检验科对患者的备注：“{text}”。</translation>
    </message>
    <message>
        <source>This message came twice in the file. It was read once.</source>
        <translation>此消息在文件中出现了两次，只读取一次。</translation>
    </message>
    <message>
        <source>Two different messages carry the same number. Both were read; check whether one replaces the other.</source>
        <translation>两条不同的消息编号相同。两条都已读取；请核对其中一条是否替代另一条。</translation>
    </message>
    <message>
        <source>A message holds no result. Ask the laboratory whether one is missing.</source>
        <translation>有一条消息不含结果。请询问检验科是否缺少结果。</translation>
    </message>
    <message>
        <source>These results name no patient. Say whose they are only if you know it for certain.</source>
        <translation>这些结果没有写明患者。只有确知是谁的，才可归入。</translation>
    </message>
    <message>
        <source>The file refers to a patient whom it does not hold. Check whose results these are.</source>
        <translation>文件指向一位患者，但文件中没有其资料。请核对结果是谁的。</translation>
    </message>
    <message>
        <source>The patient&apos;s “{field}” in the file is damaged and was left out. Check whose results these are.</source>
        <translation>文件中患者的“{field}”已损坏，未采用。请核对结果是谁的。</translation>
    </message>
    <message>
        <source>Times without a zone were taken as the clock here. If the laboratory lies in another zone, check them.</source>
        <translation>没有时区的时间按本机时钟处理。若检验科在另一时区，请核对时间。</translation>
    </message>
    <message>
        <source>Only the day is given, not the hour. Don&apos;t compare it with results of the same day.</source>
        <translation>只有日期，没有钟点。请勿与同一天的结果比较先后。</translation>
    </message>
    <message>
        <source>Only a year or a month is given. Ask when the specimen was taken.</source>
        <translation>只有年份或月份。请询问标本的采集时间。</translation>
    </message>
    <message>
        <source>The time can&apos;t be read. Ask when the specimen was taken.</source>
        <translation>时间无法读取。请询问标本的采集时间。</translation>
    </message>
    <message>
        <source>The status “{status}” is not known, so the result may not be final. Ask.</source>
        <translation>状态“{status}”不明，结果可能不是最终结果。请询问。</translation>
    </message>
    <message>
        <source>Some characters in this line are damaged. Compare it with the laboratory&apos;s own sheet.</source>
        <translation>此行中有些字符已损坏。请与检验科的报告单核对。</translation>
    </message>
    <message>
        <source>How this line is written was guessed. Check name and unit.</source>
        <translation>此行的字符编码是推测的。请核对名称和单位。</translation>
    </message>
    <message>
        <source>This is a document, a picture, a signal or a link ({kind}), not a value. Look at it in the laboratory system.</source>
        <translation>这是文档、图像、信号或链接（{kind}），不是数值。请在检验系统中查看。</translation>
    </message>
    <message>
        <source>This line does not say what was examined. Ask the laboratory.</source>
        <translation>此行没有写明检验项目。请询问检验科。</translation>
    </message>
    <message>
        <source>The specimen is a control, a calibrator or a pool, not this patient&apos;s. Leave it out.</source>
        <translation>此标本是质控品、校准品或混合标本，不是该患者的。不要采用。</translation>
    </message>
    <message>
        <source>The order names several specimens, and it is not said which one this result is from. Ask the laboratory.</source>
        <translation>医嘱列出多个标本，没有写明此结果来自哪一个。请询问检验科。</translation>
    </message>
    <message>
        <source>This line holds more than one value; they were kept as text. Look at each of them.</source>
        <translation>此行有多个值，已按文字保留。请逐个查看。</translation>
    </message>
    <message>
        <source>The kind of this value ({kind}) is not known; it was kept as text. Check it.</source>
        <translation>此值的类型（{kind}）不明，已按文字保留。请核对。</translation>
    </message>
    <message>
        <source>A number was announced, but this is none; it was kept as text. Check it.</source>
        <translation>此处应为数字，实际不是，已按文字保留。请核对。</translation>
    </message>
    <message>
        <source>This number can&apos;t be a result. Ask the laboratory.</source>
        <translation>此数字不可能是检验结果。请询问检验科。</translation>
    </message>
    <message>
        <source>This result was replaced by a later one ({place}). Use that one.</source>
        <translation>此结果已被后来的结果（{place}）替代。请用后者。</translation>
    </message>
    <message>
        <source>The laboratory took this result back ({place}). Don&apos;t use it.</source>
        <translation>检验科已撤回此结果（{place}）。不要使用。</translation>
    </message>
    <message>
        <source>This replaces a result of the same file ({place}). Check what was decided on the earlier one.</source>
        <translation>此结果替代了同一文件中的结果（{place}）。请核对依据前一结果所作的决定。</translation>
    </message>
    <message>
        <source>The same examination stands more than once. Check which result holds.</source>
        <translation>同一项目出现多次。请核对以哪个结果为准。</translation>
    </message>
    <message>
        <source>This is the same as {place}. It was read once.</source>
        <translation>与 {place} 相同，只读取一次。</translation>
    </message>
    <message>
        <source>This entry is no valid FHIR R4 (“{field}”) and was not read. Ask for it again.</source>
        <translation>此条目不是有效的 FHIR R4（“{field}”），未读取。请重新索取。</translation>
    </message>
    <message>
        <source>This entry is no FHIR resource and was not read. Ask for it again.</source>
        <translation>此条目不是 FHIR 资源，未读取。请重新索取。</translation>
    </message>
    <message>
        <source>This line is damaged and was not read. Export the file again.</source>
        <translation>此行已损坏，未读取。请重新导出文件。</translation>
    </message>
    <message>
        <source>“{field}” is no number that a result can have. Ask for this result again.</source>
        <translation>“{field}”不是检验结果可有的数字。请重新索取此结果。</translation>
    </message>
    <message>
        <source>A result that is named here is not in the file. Ask for it.</source>
        <translation>此处提到的一项结果不在文件中。请索取。</translation>
    </message>
    <message>
        <source>This entry carries an addition that may change its meaning and is not known here. It was not read; look at it in the laboratory system.</source>
        <translation>此条目带有可能改变其含义的附加内容，本程序不认识，未读取。请在检验系统中查看。</translation>
    </message>
    <message>
        <source>The report that holds this result was withdrawn. Don&apos;t use it.</source>
        <translation>包含此结果的报告已被撤回。不要使用。</translation>
    </message>
    <message>
        <source>This report holds words or a document, but no single results. Look at it in the laboratory system.</source>
        <translation>此报告只有文字或文档，没有单项结果。请在检验系统中查看。</translation>
    </message>
    <message>
        <source>{number} observations of the kind “{category}” are no laboratory results and were not taken. Enter what you need by hand.</source>
        <translation>{number} 条“{category}”类观察不是检验结果，未采用。需要的请手工录入。</translation>
    </message>
    <message>
        <source>{number} observations don&apos;t say whether they are laboratory results; they were taken as such. Check them.</source>
        <translation>{number} 条观察没有写明是否为检验结果，已按检验结果处理。请核对。</translation>
    </message>
    <message>
        <source>The file also holds {number} entries that are no results ({kinds}); they were not read.</source>
        <translation>文件中另有 {number} 个条目不是结果（{kinds}），未读取。</translation>
    </message>
    <message>
        <source>The model was not made for pregnancy. No score.</source>
        <translation>该模型不适用于妊娠期。无评分。</translation>
    </message>
    <message>
        <source>The model was not made for pregnancy, and nobody asked. Ask before you read the score.</source>
        <translation>该模型不适用于妊娠期，且尚未询问。读评分前请先询问。</translation>
    </message>
    <message>
        <source>Among the results, but not used: {names}. Its time is not known, or it is more than 7 days older than the newest, or in doubt. Look at it there.</source>
        <translation>结果中有但未采用：{names}。其时间不明，或比最新结果早7天以上，或存在疑问。请在结果页查看。</translation>
    </message>
    <message>
        <source>Outside what the model has seen, or not understood: {count} value(s). No score; check them.</source>
        <translation>{count}项数值超出模型训练所见范围，或无法识别。无评分；请核对。</translation>
    </message>
    <message>
        <source>Missing, and the model can&apos;t do without: {count} value(s). Enter them.</source>
        <translation>缺少{count}项模型必需的数值。请录入。</translation>
    </message>
    <message>
        <source>{count} values are missing; the model does without {limit} at most. Enter some of them.</source>
        <translation>缺少{count}项数值；模型最多允许缺{limit}项。请补录。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, so ages are. No score; set the clock right.</source>
        <translation>本机时钟不正确，年龄也随之不可靠。无评分；请校准时钟。</translation>
    </message>
    <message>
        <source>Outside what the model has seen, {low} to {high} {unit}. Check the value.</source>
        <translation>超出模型训练所见范围（{low}至{high} {unit}）。请核对数值。</translation>
    </message>
    <message>
        <source>The unit can&apos;t be brought to {unit}. Check the unit.</source>
        <translation>无法换算为{unit}。请核对单位。</translation>
    </message>
    <message>
        <source>None of the model&apos;s choices. Choose one of them.</source>
        <translation>不在模型的选项之中。请选择其中一项。</translation>
    </message>
    <message>
        <source>This test is not in the table of the program. Only the laboratory&apos;s own range is used.</source>
        <translation>本程序的项目表中没有这项检验。只采用检验室自己的参考范围。</translation>
    </message>
    <message>
        <source>This name stands for several tests. Choose the one that was meant.</source>
        <translation>这个名称可指多种检验。请选择实际所指的那一种。</translation>
    </message>
    <message>
        <source>Name and code of this result are two different tests. Ask the laboratory which one it is.</source>
        <translation>此结果的名称与代码分属两种不同的检验。请向检验室核实是哪一种。</translation>
    </message>
    <message>
        <source>The code {code} is for another kind of unit. The unit was believed; check it on the report.</source>
        <translation>代码 {code} 对应另一类单位。现以单位为准；请对照报告单核实。</translation>
    </message>
    <message>
        <source>This test is not made in the specimen that is stated. Check the specimen on the report.</source>
        <translation>这项检验不用所写的标本。请对照报告单核实标本。</translation>
    </message>
    <message>
        <source>This is a PDF, often a scan. Read it in the window, Labs tab, “From paper…”, and compare each line; better still, ask the laboratory for HL7, FHIR, CSV or Excel.</source>
        <translation>这是 PDF，多为扫描件。请在窗口“检验”页用“读取纸质件…”读取并逐行核对；更好的办法是向检验科索取 HL7、FHIR、CSV 或 Excel 文件。</translation>
    </message>
    <message>
        <source>This is a picture. Read it in the window, Labs tab, “From paper…”, where somebody compares each line with the paper.</source>
        <translation>这是图片。请在窗口“检验”页用“读取纸质件…”读取，由人逐行与原件核对。</translation>
    </message>
    <message>
        <source>This is a film, not laboratory results. Open it in the Image tab.</source>
        <translation>这是影像，不是检验结果。请在影像页打开。</translation>
    </message>
    <message>
        <source>This is a text document. Copy its lines and paste them, or save it as plain text.</source>
        <translation>这是文字处理文档。请复制其中内容后粘贴，或另存为纯文本。</translation>
    </message>
    <message>
        <source>This is a packed archive. Unpack it and take the file inside.</source>
        <translation>这是压缩包。请先解压，再使用其中的文件。</translation>
    </message>
    <message>
        <source>This is a web page, whatever its name says. Open it in a spreadsheet program and save it as .xlsx or .csv.</source>
        <translation>无论文件名如何，这其实是网页。请用电子表格软件打开，另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>This is XML of a kind that is not read. Ask the laboratory for HL7 v2, FHIR R4 as JSON, CSV or Excel.</source>
        <translation>无法读取这种 XML。请向检验科索取 HL7 v2、FHIR R4（JSON）、CSV 或 Excel 文件。</translation>
    </message>
    <message>
        <source>These results are of {count} patients. Choose whose they are first.</source>
        <translation>这些结果属于 {count} 位患者。请先选择是谁的结果。</translation>
    </message>
    <message>
        <source>These results name another patient than the open case. Compare both; bring them in only if it is the same person.</source>
        <translation>结果中的患者与当前病例不符。请核对双方身份；确认是同一人后再导入。</translation>
    </message>
    <message>
        <source>These results are not in the case any more. Open the case again.</source>
        <translation>这批结果已不在病例中。请重新打开病例。</translation>
    </message>
    <message>
        <source>This result is not in the case any more. Open the case again.</source>
        <translation>该结果已不在病例中。请重新打开病例。</translation>
    </message>
    <message>
        <source>Nobody said anything of this result; there is nothing to take back.</source>
        <translation>没有人对该结果作过说明，无可撤回。</translation>
    </message>
    <message>
        <source>Write why this result is not to be used: others will read it.</source>
        <translation>请写明不使用该结果的原因，其他人会看到。</translation>
    </message>
    <message>
        <source>The program&apos;s table has no such test. Choose one from the list.</source>
        <translation>程序的项目表中没有该项目。请从列表中选择。</translation>
    </message>
    <message>
        <source>The unit {unit} is not known to the program. Choose one from the list.</source>
        <translation>程序不认识单位 {unit}。请从列表中选择。</translation>
    </message>
    <message>
        <source>This test is not measured in {unit}. Check name and unit on the report.</source>
        <translation>这项检验不用 {unit} 作单位。请对照报告单核实名称和单位。</translation>
    </message>
    <message>
        <source>This table has no headings to know it by, so nothing is remembered of it.</source>
        <translation>该表格没有可供识别的表头，因此不予记住。请每次确认各列。</translation>
    </message>
    <message>
        <source>A trimester is 1, 2 or 3.</source>
        <translation>孕期只能是 1、2 或 3（早、中、晚期）。</translation>
    </message>
    <message>
        <source>There is no trimester without a pregnancy. Correct one of them.</source>
        <translation>未怀孕就没有孕期。请改正其中一项。</translation>
    </message>
    <message>
        <source>This trimester does not agree with the last period. Correct one of them.</source>
        <translation>孕期与末次月经不符。请改正其中一项。</translation>
    </message>
    <message>
        <source>Altitudes go from {low} to {high} metres above the sea. Correct this one.</source>
        <translation>海拔应在 {low} 至 {high} 米之间。请改正。</translation>
    </message>
    <message>
        <source>This age does not agree with the birth date or with another age in the case. Correct the wrong one.</source>
        <translation>该年龄与出生日期或病例中的另一年龄不符。请改正错误的一项。</translation>
    </message>
    <message>
        <source>What some columns hold is only a guess. Look at them before you go on.</source>
        <translation>部分列的内容只是推测。请先核对再继续。</translation>
    </message>
    <message>
        <source>Several patients. Choose whose results these are.</source>
        <translation>有多位患者。请选择是谁的结果。</translation>
    </message>
    <message>
        <source>The case names nobody yet, the results do. Make sure that they are this patient&apos;s.</source>
        <translation>病例尚无患者身份，而结果中有。请确认是该患者的结果。</translation>
    </message>
    <message>
        <source>The results name nobody. Make sure that they are this patient&apos;s.</source>
        <translation>结果中没有患者身份。请确认是该患者的结果。</translation>
    </message>
    <message>
        <source>This very file is in the case already. Results that are equal are not doubled.</source>
        <translation>该文件已导入本病例。相同的结果不会重复。</translation>
    </message>
    <message>
        <source>This very file was brought into a case of another person. Find out whose results they are.</source>
        <translation>同一文件曾导入另一人的病例。请查明是谁的结果。</translation>
    </message>
    <message>
        <source>The file states another age than was typed; the file&apos;s was used. Check whose it is.</source>
        <translation>文件中的年龄与输入的不同，已采用文件中的。请核对是谁的结果。</translation>
    </message>
    <message>
        <source>The file states another sex than was typed; the file&apos;s was used. Check whose it is.</source>
        <translation>文件中的性别与输入的不同，已采用文件中的。请核对是谁的结果。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. No range and no score that goes by age; set the clock right.</source>
        <translation>本机时钟有误，因此不给出依年龄的参考范围和评分。请校准时钟。</translation>
    </message>
    <message>
        <source>Read otherwise since the case was signed. Then: {value} {unit}, flag {flag}, range {range}.</source>
        <translation>与审核时的解读不同。审核时：{value} {unit}，标志 {flag}，范围 {range}。</translation>
    </message>
    <message>
        <source>Test or unit stated by {by}.</source>
        <translation>项目或单位由 {by} 说明。</translation>
    </message>
    <message>
        <source>Not used, says {by}: {why}.</source>
        <translation>不使用（{by}）：{why}。</translation>
    </message>
    <message>
        <source>The laboratory sent another result in its place. Not used.</source>
        <translation>检验科已用另一结果替换。不再使用。</translation>
    </message>
    <message>
        <source>Takes the place of an earlier result of the same specimen: {before}.</source>
        <translation>替换同一标本先前的结果：{before}。</translation>
    </message>
    <message>
        <source>Another value of the same test and time is in the case. Find out which one is right.</source>
        <translation>病例中有同一时间同一项目的另一数值。请查明哪个正确。</translation>
    </message>
    <message>
        <source>No specimen is stated; blood was assumed. Check it on the report.</source>
        <translation>未注明标本，按血液处理。请对照报告单核实。</translation>
    </message>
    <message>
        <source>Called urea nitrogen, but in mmol/L it is usually urea. Check it on the report.</source>
        <translation>名为尿素氮，但以 mmol/L 报告时通常是尿素。请对照报告单核实。</translation>
    </message>
    <message>
        <source>The unit {unit} is not known to the program, so nothing was converted. Check it on the report.</source>
        <translation>本程序不认识单位 {unit}，因此未作换算。请对照报告单核实。</translation>
    </message>
    <message>
        <source>No unit is stated. Add it before this value is used; usual is {expected}.</source>
        <translation>未注明单位。请补上单位后再使用此值；常用单位是 {expected}。</translation>
    </message>
    <message>
        <source>This report gives the same test in different kinds of units. Check each on the report.</source>
        <translation>这份报告中同一检验用了不同类的单位。请对照报告单逐一核实。</translation>
    </message>
    <message>
        <source>The laboratory&apos;s range {range} does not fit the unit of the value and was not used. Check both.</source>
        <translation>检验室的参考范围 {range} 与结果的单位不符，未采用。请核实两者。</translation>
    </message>
    <message>
        <source>There are reference ranges by age. Enter the birth date to use them.</source>
        <translation>参考范围按年龄划分。请填写出生日期后使用。</translation>
    </message>
    <message>
        <source>The reference ranges differ by sex. Enter it to use them.</source>
        <translation>参考范围因性别而异。请填写性别后使用。</translation>
    </message>
    <message>
        <source>The reference ranges of pregnancy differ by trimester. Enter it to use them.</source>
        <translation>妊娠期参考范围按孕期划分。请填写孕期（早、中、晚）后使用。</translation>
    </message>
    <message>
        <source>The range is not one of pregnancy. Judge the value with that in mind.</source>
        <translation>此参考范围不是妊娠期的。判断时请考虑这一点。</translation>
    </message>
    <message>
        <source>A value below zero is not possible here. Check it on the report.</source>
        <translation>此项不可能小于零。请对照报告单核实。</translation>
    </message>
    <message>
        <source>{value} {unit} is not possible. Check value and unit on the report.</source>
        <translation>{value} {unit} 不可能出现。请对照报告单核实数值和单位。</translation>
    </message>
    <message>
        <source>{value} {unit} is not possible. Was {meant} meant? Check the unit on the report.</source>
        <translation>{value} {unit} 不可能出现。是否应为 {meant}？请对照报告单核实单位。</translation>
    </message>
    <message>
        <source>{value} {unit} is very far out. Was {meant} meant? Check the unit on the report.</source>
        <translation>{value} {unit} 极不寻常。是否应为 {meant}？请对照报告单核实单位。</translation>
    </message>
    <message>
        <source>{value} {unit} is very far out. Check value and unit on the report.</source>
        <translation>{value} {unit} 极不寻常。请对照报告单核实数值和单位。</translation>
    </message>
    <message>
        <source>There are reference ranges by age. Enter when the specimen was taken to use them.</source>
        <translation>参考范围按年龄区分。请输入采样时间。</translation>
    </message>
    <message>
        <source>No time is known: the range is that of the age today. Enter when it was taken.</source>
        <translation>采样时间未知：参考范围按当日年龄。请输入采样时间。</translation>
    </message>
    <message>
        <source>Birth date and ages do not agree ({first}; {second}): nothing that goes by age is said. Correct the wrong one.</source>
        <translation>出生日期与年龄不符（{first}；{second}）：不作与年龄有关的判断。请改正错误的一项。</translation>
    </message>
    <message>
        <source>The sex is stated in two ways: nothing that goes by sex is said. Correct the wrong one.</source>
        <translation>性别有两种说法：不作与性别有关的判断。请改正错误的一项。</translation>
    </message>
    <message>
        <source>Trimester {trimester} does not agree with what else is known of a pregnancy, and is not used. Correct one of them.</source>
        <translation>孕期 {trimester} 与其他妊娠资料不符，未采用。请改正其中一项。</translation>
    </message>
    <message>
        <source>The time of this result could not be read. Enter it before it is compared with others.</source>
        <translation>无法读出此结果的时间。请先填写时间，再与其他结果比较。</translation>
    </message>
    <message>
        <source>The specimen was taken in the future. Check the date, and the clock of this machine.</source>
        <translation>标本的采集时间在将来。请核对日期和本机时钟。</translation>
    </message>
    <message>
        <source>The specimen was taken before the patient was born. Check whose result this is.</source>
        <translation>标本采集于患者出生之前。请核实这是谁的结果。</translation>
    </message>
    <message>
        <source>It was {before} {unit} on {when}: more change than usual. Check that it is the same patient, then repeat or act.</source>
        <translation>{when} 为 {before} {unit}：变化超过通常程度。请先核实是否同一患者，再复查或处理。</translation>
    </message>
    <message>
        <source>At {metres} m people have about {more} g/L more haemoglobin; the range is for sea level. A normal value may be too low.</source>
        <translation>海拔 {metres} 米处，人的血红蛋白约高 {more} g/L；参考范围适用于海平面。看似正常的值可能偏低。</translation>
    </message>
    <message>
        <source>The specimen was haemolysed ({index}): this value may be too high. Repeat it.</source>
        <translation>标本溶血（{index}）：此值可能偏高。请复查。</translation>
    </message>
    <message>
        <source>The specimen was haemolysed ({index}): this value may be too low. Repeat it.</source>
        <translation>标本溶血（{index}）：此值可能偏低。请复查。</translation>
    </message>
    <message>
        <source>High potassium in a haemolysed specimen: repeat now, and treat it as real until it is shown to be wrong.</source>
        <translation>溶血标本中血钾升高：请立即复查；证实有误之前，按真实结果处理。</translation>
    </message>
    <message>
        <source>The specimen was lipaemic ({index}). Ask the laboratory whether this value can be used.</source>
        <translation>标本脂血（{index}）。请向检验室询问此值能否使用。</translation>
    </message>
    <message>
        <source>The specimen was icteric ({index}). Ask the laboratory whether this value can be used.</source>
        <translation>标本黄疸（{index}）。请向检验室询问此值能否使用。</translation>
    </message>
    <message>
        <source>Only a limit is given, and it lies within the range: neither low nor normal nor high can be said.</source>
        <translation>只给出一个界限，且落在参考范围之内：无法判断偏低、正常或偏高。</translation>
    </message>
    <message>
        <source>The flag {laboratory} is the laboratory&apos;s; the program has no range to check it with.</source>
        <translation>标记 {laboratory} 来自检验室；本程序没有可供核对的参考范围。</translation>
    </message>
    <message>
        <source>The laboratory says {laboratory}, by the range shown it is {program}. Check range and unit.</source>
        <translation>检验室标记为 {laboratory}，按所示参考范围应为 {program}。请核实范围和单位。</translation>
    </message>
    <message>
        <source>This was not understood as a number, so it has no flag and nothing is calculated with it. Compare it with the laboratory&apos;s own sheet.</source>
        <translation>未能识别为数值，因此不作提示，也不参与计算。请与检验科报告单核对。</translation>
    </message>
    <message>
        <source>This result is not a single number in a known unit, so it was not calculated with.</source>
        <translation>此结果不是带已知单位的单个数值，未用于计算。</translation>
    </message>
    <message>
        <source>Only a limit is known, not the value, so it was not calculated with.</source>
        <translation>只知道界限，不知道数值，未用于计算。</translation>
    </message>
    <message>
        <source>This result is too old to be calculated with together with the newest one.</source>
        <translation>此结果过旧，不能与最新的结果一起计算。</translation>
    </message>
    <message>
        <source>Its time is not known, so it was not calculated with beside dated results.</source>
        <translation>此结果时间不明，未与有时间的结果一起计算。</translation>
    </message>
    <message>
        <source>This file is neither a text table nor a workbook that the program knows. Save it as CSV (UTF-8) or as .xlsx and open that.</source>
        <translation>此文件既不是文本表格，也不是本程序认识的工作簿。请另存为 CSV（UTF-8）或 .xlsx 后再打开。</translation>
    </message>
    <message>
        <source>This table has more than {rows} lines or {columns} columns, more than results take. Export a shorter period.</source>
        <translation>此表格超过 {rows} 行或 {columns} 列，超出检验结果的正常规模。请导出较短的时间段。</translation>
    </message>
    <message>
        <source>This is a workbook of the old kind (.xls). Open it in your office program, save it as .xlsx or CSV, and open that.</source>
        <translation>这是旧格式的工作簿（.xls）。请在办公软件中打开，另存为 .xlsx 或 CSV 后再打开。</translation>
    </message>
    <message>
        <source>This workbook is locked with a password. Open it in your office program, save a copy without password, and open that.</source>
        <translation>此工作簿有密码保护。请在办公软件中打开，另存一份不带密码的副本后再打开。</translation>
    </message>
    <message>
        <source>This workbook is damaged and can&apos;t be read. Export it again, or save it as CSV.</source>
        <translation>此工作簿已损坏，无法读取。请重新导出，或另存为 CSV。</translation>
    </message>
    <message>
        <source>This file is packed like a workbook but is none of the kind .xlsx. Save it as .xlsx or CSV and open that.</source>
        <translation>此文件的打包方式像工作簿，但不是 .xlsx 格式。请另存为 .xlsx 或 CSV 后再打开。</translation>
    </message>
    <message>
        <source>This workbook unpacks to far more than it should and was not opened. Ask where it comes from.</source>
        <translation>此工作簿解压后远大于正常大小，未打开。请查明其来源。</translation>
    </message>
    <message>
        <source>The writing of this text file was guessed ({encoding}). Check names and units for odd letters, or save it as UTF-8.</source>
        <translation>此文本文件的字符编码是推测的（{encoding}）。请检查姓名和单位有无乱码，或另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The quotation marks in this file don&apos;t pair, so they were taken as letters. Check the lines that were not read.</source>
        <translation>此文件的引号不成对，已按普通字符处理。请检查未读取的行。</translation>
    </message>
    <message>
        <source>This workbook holds macros. They were not run; only the cells were read.</source>
        <translation>此工作簿含有宏。宏未运行，只读取了单元格。</translation>
    </message>
    <message>
        <source>A hidden sheet was read as well. Check whether its results belong here.</source>
        <translation>隐藏的工作表也已读取。请核对其中的结果是否应在此处。</translation>
    </message>
    <message>
        <source>Hidden rows or columns were read as well. Check whether they belong here.</source>
        <translation>隐藏的行或列也已读取。请核对它们是否应在此处。</translation>
    </message>
    <message>
        <source>This cell holds a formula without a stored result, and formulas are never worked out here. Save the workbook once in your office program, or enter the value.</source>
        <translation>此单元格是公式且没有保存结果；本程序从不计算公式。请在办公软件中保存一次工作簿，或直接录入数值。</translation>
    </message>
    <message>
        <source>This cell holds an error of the office program. Look at it there and enter the value.</source>
        <translation>此单元格是办公软件的错误值。请在办公软件中查看并录入数值。</translation>
    </message>
    <message>
        <source>This number has more digits than a workbook can hold, so its end is wrong. Enter such numbers as text in the office program.</source>
        <translation>此数字的位数超出工作簿所能保存的精度，末尾几位已不准确。请在办公软件中以文本形式录入。</translation>
    </message>
    <message>
        <source>This cell holds a whole document. Look at it in your office program.</source>
        <translation>此单元格内容过长，像一篇文档。请在办公软件中查看。</translation>
    </message>
    <message>
        <source>This value stands in a cell merged over several lines, so it is not clear which line it belongs to. Enter it by hand.</source>
        <translation>此数值位于跨多行的合并单元格中，无法确定属于哪一行。请手工录入。</translation>
    </message>
    <message>
        <source>The column “{heading}” is not known and was not read. Say what it holds if it matters.</source>
        <translation>不认识“{heading}”这一列，未读取。如有需要，请说明它是什么。</translation>
    </message>
    <message>
        <source>The column “{heading}” can mean two things. Check what it was taken for.</source>
        <translation>“{heading}”这一列可能有两种含义。请核对程序的理解。</translation>
    </message>
    <message>
        <source>There is no result in it. Check that this is the right file.</source>
        <translation>其中没有结果。请确认文件是否正确。</translation>
    </message>
    <message>
        <source>One column for each day: every result was given the day above it. Check the days.</source>
        <translation>每天一列：每个结果均取其上方的日期。请核对日期。</translation>
    </message>
    <message>
        <source>Two columns of results, and nothing says which is which. Choose one of them.</source>
        <translation>有两列结果，无法区分。请选择其中一列。</translation>
    </message>
    <message>
        <source>A second column “{heading}” means the same as one before it and was not read. Choose the right one.</source>
        <translation>“{heading}”这一列与前面的列含义相同，未读取。请选择正确的一列。</translation>
    </message>
    <message>
        <source>This table has no headings that are known, so its columns were guessed from what they hold. Confirm each column.</source>
        <translation>此表格没有可识别的表头，各列是按内容推测的。请逐列确认。</translation>
    </message>
    <message>
        <source>The columns of this table are not known, so this line was not read. Say which column holds the test and which the result.</source>
        <translation>无法识别此表格的各列，此行未读取。请指明哪一列是项目、哪一列是结果。</translation>
    </message>
    <message>
        <source>The cells of this line seem to be shifted: a number stands where the unit should be. A decimal comma may have been taken for a separator. Check the line.</source>
        <translation>此行单元格似乎错位：单位的位置上是数字，可能是小数逗号被当成了分隔符。请核对此行。</translation>
    </message>
    <message>
        <source>This line has more cells than the heading, so nobody knows which is which. Check it for a comma inside a number or a name.</source>
        <translation>此行的单元格多于表头，无法对应。请检查数字或姓名中是否含有逗号。</translation>
    </message>
    <message>
        <source>This line holds no result (a title, a sum or a footer).</source>
        <translation>此行不是检验结果（标题、合计或页脚）。</translation>
    </message>
    <message>
        <source>The same result stands in this file more than once. Check whether it was measured twice.</source>
        <translation>同一结果在文件中出现不止一次。请核对是否确实测了两次。</translation>
    </message>
    <message>
        <source>There is a value but no name of a test. Enter it by hand.</source>
        <translation>有数值但没有项目名称。请手工录入。</translation>
    </message>
    <message>
        <source>There is a test but no value. Ask the laboratory if you need it.</source>
        <translation>有项目但没有结果。如有需要，请询问检验科。</translation>
    </message>
    <message>
        <source>A date stands where the value should be. Office programs make dates out of entries like 2-5. Ask the laboratory for the value.</source>
        <translation>结果的位置上是日期。办公软件会把 2-5 之类的内容变成日期。请向检验科核实数值。</translation>
    </message>
    <message>
        <source>The day was given as a bare number and was read as Excel counts days. Check it.</source>
        <translation>日期是一个纯数字，已按 Excel 的日期序号读取。请核对。</translation>
    </message>
    <message>
        <source>It is not clear which part of the date is the day and which the month, so it was not read. Say which comes first.</source>
        <translation>无法确定日期中哪个是日、哪个是月，因此未读取。请说明先后顺序。</translation>
    </message>
    <message>
        <source>The birth date in the file can&apos;t be read. Check it; a year needs four digits.</source>
        <translation>文件中的出生日期无法读取。请核对；年份须为四位数。</translation>
    </message>
    <message>
        <source>The age is a bare number and was taken as years. Check it for small children.</source>
        <translation>年龄是纯数字，已按“岁”理解。婴幼儿请核对。</translation>
    </message>
    <message>
        <source>The lines of this patient give different ages, so none was taken. Enter the birth date.</source>
        <translation>此患者各行的年龄不一致，因此未采用。请录入出生日期。</translation>
    </message>
    <message>
        <source>It is not clear whether the comma stands before decimals or between thousands, so the number was not read. Say which.</source>
        <translation>无法确定逗号是小数点还是千位分隔符，因此未读取该数值。请说明。</translation>
    </message>
    <message>
        <source>The mark “{mark}” was read as standing between thousands, as other numbers here show. Check the value.</source>
        <translation>根据其他数字，“{mark}”已按千位分隔符读取。请核对数值。</translation>
    </message>
    <message>
        <source>This line names no patient. It was given to nobody: say whether it belongs to the patient above.</source>
        <translation>此行没有患者信息，未归入任何患者。请说明是否属于上一行的患者。</translation>
    </message>
    <message>
        <source>This line names no patient and was given to the one above, as you said. Check it.</source>
        <translation>此行没有患者信息，已按您的选择归入上一行的患者。请核对。</translation>
    </message>
    <message>
        <source>One patient number stands with different names, birth dates or sexes in this file. They were kept apart; check the identity.</source>
        <translation>同一患者编号在文件中对应不同的姓名、出生日期或性别。已分开保存；请核对身份。</translation>
    </message>
    <message>
        <source>The file does not say when the specimen was taken; this is the time of receipt or of testing.</source>
        <translation>文件未给出采样时间；此处为接收或检测时间。</translation>
    </message>
    <message>
        <source>The file does not say when the specimen was taken; this is the time of the report.</source>
        <translation>文件未给出采样时间；此处为报告时间。</translation>
    </message>
    <message>
        <source>The value and the unit column name different units, so the number was not read. Ask the laboratory.</source>
        <translation>数值所带单位与单位列不一致，因此未读取该数值。请询问检验科。</translation>
    </message>
    <message>
        <source>One unit was written for two results and was given to both. Check it.</source>
        <translation>两个结果共写一个单位，已用于两者。请核对。</translation>
    </message>
    <message>
        <source>Words beside this result were not understood. Read them: they may change its meaning.</source>
        <translation>此结果旁的文字未能理解。请阅读：它们可能改变结果的含义。</translation>
    </message>
    <message>
        <source>This was not understood as a result. Write it as name, value, unit, for example: K 4.1 mmol/L.</source>
        <translation>未能理解为检验结果。请按“项目 数值 单位”书写，例如：K 4.1 mmol/L。</translation>
    </message>
    <message>
        <source>More than one number could be the value here. Write one result at a time: name, value, unit.</source>
        <translation>此处有多个数字可能是结果。请每次只写一个结果：项目、数值、单位。</translation>
    </message>
    <message>
        <source>This is a vital sign, not a laboratory result. Enter it with the vital signs.</source>
        <translation>这是生命体征，不是检验结果。请在生命体征处录入。</translation>
    </message>
    <message>
        <source>test</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>range</source>
        <translation>参考范围</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>calculator</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>critically low</source>
        <translation>危急值（低）</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>critically high</source>
        <translation>危急值（高）</translation>
    </message>
    <message>
        <source>abnormal</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>laboratory&apos;s</source>
        <translation>本检验科</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未注明患者</translation>
    </message>
    <message>
        <source>Not understood:</source>
        <translation>未能识别：</translation>
    </message>
    <message>
        <source>No result was understood.</source>
        <translation>没有识别出结果。</translation>
    </message>
    <message>
        <source>No flag (-) means that nothing can be said; it does not mean normal.</source>
        <translation>无标志（-）表示无法判断，并不表示正常。</translation>
    </message>
    <message>
        <source>dates like {example} can be read in two ways and were not read; --day-first or --month-first settles it</source>
        <translation>{example} 这样的日期有两种读法，未予读取；用 --day-first 或 --month-first 指明</translation>
    </message>
    <message>
        <source>numbers like {example} can be read in two ways; --decimal comma or --decimal point settles it</source>
        <translation>{example} 这样的数字有两种读法；用 --decimal comma 或 --decimal point 指明</translation>
    </message>
    <message>
        <source>some lines name no patient; they are not given to the one above them</source>
        <translation>部分行没有患者；不会归给上一行的患者</translation>
    </message>
    <message>
        <source>what some columns hold is a guess; look at the original beside the result</source>
        <translation>部分列的内容只是推测；请对照原文核实</translation>
    </message>
    <message>
        <source>Critical below {low} or above {high} {unit}.</source>
        <translation>危急界限：低于 {low} 或高于 {high} {unit}。</translation>
    </message>
    <message>
        <source>Published reference ranges first: {first}. The laboratory&apos;s own go before them.</source>
        <translation>优先采用的已发表参考范围：{first}。本实验室自己的范围优先于它们。</translation>
    </message>
    <message>
        <source>Score (0-100) {score}, threshold {threshold}</source>
        <translation>评分（0-100）{score}，阈值 {threshold}</translation>
    </message>
    <message>
        <source>No words are marked. Select the words in the note first.</source>
        <translation>未选中文字。请先在病历中选中文字。</translation>
    </message>
    <message>
        <source>A mention may have {limit} characters at most. Select fewer words.</source>
        <translation>一处提及最多 {limit} 个字符，请少选一些。</translation>
    </message>
    <message>
        <source>This correction was taken back already. Nothing was changed.</source>
        <translation>此更正已被撤回，未作任何更改。</translation>
    </message>
    <message>
        <source>Similar cases are switched off here by a rule of this site; the owner can switch them on in the settings.</source>
        <translation>本站点规则已关闭相似病例；所有者可在设置中开启。</translation>
    </message>
    <message>
        <source>The model that compares notes is not installed, or is not whole. Look into Models, or ask the owner.</source>
        <translation>用于比较病历的模型未安装或不完整。请查看“模型”，或联系所有者。</translation>
    </message>
    <message>
        <source>This note is not there. Check the name, or whether the stick is still plugged in.</source>
        <translation>找不到该病历文件。请核对文件名，或检查U盘是否仍插着。</translation>
    </message>
    <message>
        <source>This note can&apos;t be opened: it is a folder, or you may not read it. Copy the file to your own folder and try again.</source>
        <translation>无法打开该病历：它是文件夹，或您无权读取。请把文件复制到自己的文件夹后重试。</translation>
    </message>
    <message>
        <source>There is no text in this note. Check that it is the right file.</source>
        <translation>该病历中没有文字。请确认文件是否正确。</translation>
    </message>
    <message>
        <source>This file is larger than {limit} MB, more than a note takes. Check that it is the right file, or paste the part that matters.</source>
        <translation>该文件大于 {limit} MB，超出病历所需。请确认文件是否正确，或只粘贴需要的部分。</translation>
    </message>
    <message>
        <source>This text has {length} characters; a note may have {limit}. Paste the part that matters, or split the file.</source>
        <translation>该文本有 {length} 个字符；病历最多 {limit} 个。请只粘贴需要的部分，或拆分文件。</translation>
    </message>
    <message>
        <source>This PDF has more than {limit} pages. Paste the part that matters, or split the file.</source>
        <translation>该 PDF 超过 {limit} 页。请只粘贴需要的部分，或拆分文件。</translation>
    </message>
    <message>
        <source>This file is no text. Use .txt, .md, .docx, .pdf, FHIR or C-CDA, or paste the text.</source>
        <translation>该文件不是文本。请使用 .txt、.md、.docx、.pdf、FHIR 或 C-CDA，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This file says that it is written in {encoding}, but it is not. Open it in an editor and save it again as UTF-8.</source>
        <translation>该文件标明编码为 {encoding}，实际不是。请用编辑器打开并另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file does not say how its characters are written; {encoding} was guessed. Check that names and accents look right.</source>
        <translation>文件未说明字符编码，已推测为 {encoding}。请核对姓名和特殊字符是否显示正确。</translation>
    </message>
    <message>
        <source>Inside this document lie other documents or archives ({count}) that were not read. Open them by themselves if they belong to the note.</source>
        <translation>此文档内含其他文档或压缩包（{count} 个），未予读取。如属于病历，请单独打开。</translation>
    </message>
    <message>
        <source>This is a picture. Read it in the window, Notes tab, “From paper…”, where somebody compares it with the paper; a film belongs in the Image tab.</source>
        <translation>这是图片。请在窗口“病历”页用“读取纸质件…”读取，由人与原件核对；若是X线片，请在“影像”页打开。</translation>
    </message>
    <message>
        <source>There is no text in this PDF; it is probably a scan. Read it in the window, Notes tab, “From paper…”, where somebody compares it with the paper.</source>
        <translation>此 PDF 中没有文字，可能是扫描件。请在窗口“病历”页用“读取纸质件…”读取，由人与原件核对。</translation>
    </message>
    <message>
        <source>This is a film, not a note. Drop it on the window to look at it.</source>
        <translation>这是影像，不是病历。请将其拖到窗口中查看。</translation>
    </message>
    <message>
        <source>Pages of this document ({count}) hold no text: they are pictures or blank, and were not read. Look at them yourself.</source>
        <translation>该文件有 {count} 页不含文字（为图片或空白页），未被读取，请自行查看。</translation>
    </message>
    <message>
        <source>Who wrote this document marked it as entered in error. Check whether it belongs to this patient before you use it.</source>
        <translation>该文书已被其作者标记为录入错误。使用前请核对是否属于该患者。</translation>
    </message>
    <message>
        <source>This is an HL7 message with results. Open it in the laboratory tab.</source>
        <translation>这是含检验结果的 HL7 消息。请在检验页中打开。</translation>
    </message>
    <message>
        <source>This is rich text (.rtf). Save it as .docx or as plain text, or paste the text.</source>
        <translation>这是富文本（.rtf）。请另存为 .docx 或纯文本，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This is an archive, not a note. Unpack it first and open the note itself.</source>
        <translation>这是压缩包，不是病历。请先解压，再打开病历文件。</translation>
    </message>
    <message>
        <source>This is a web page. Open it in a browser, copy the text and paste it here.</source>
        <translation>这是网页。请在浏览器中打开，复制文字后粘贴到此处。</translation>
    </message>
    <message>
        <source>This is an old Word document (.doc). Save it as .docx, or paste the text.</source>
        <translation>这是旧版 Word 文档（.doc）。请另存为 .docx，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This document is locked with a password. Save a copy without one on this computer, or paste the text.</source>
        <translation>该文档有密码保护。请在本机另存一份无密码的副本，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This document is damaged. Save it again, or paste the text.</source>
        <translation>该文档已损坏。请重新保存，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This document would unpack to far more than a note holds and may have been made to do harm. Ask where it comes from; paste the text instead.</source>
        <translation>该文档解压后远大于病历所需，可能是恶意文件。请查明来源，改为粘贴文字。</translation>
    </message>
    <message>
        <source>In this document lies another, and in that one more still. Take out the note itself and open that.</source>
        <translation>该文档层层嵌套了其他文档。请取出病历本身再打开。</translation>
    </message>
    <message>
        <source>This JSON file holds no note. Ask for a FHIR DocumentReference with the text inside, or paste the text.</source>
        <translation>该 JSON 文件中没有病历。请索取内含文本的 FHIR DocumentReference，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This XML file holds no note. Ask for a C-CDA document or a FHIR DocumentReference, or paste the text.</source>
        <translation>该 XML 文件中没有病历。请索取 C-CDA 文档或 FHIR DocumentReference，或直接粘贴文字。</translation>
    </message>
    <message>
        <source>This file holds {count} documents. Take them apart and open one at a time.</source>
        <translation>该文件含 {count} 份文档。请拆开后逐份打开。</translation>
    </message>
    <message>
        <source>The text lies at another address, and the program opens no network connection. Ask for the document with the text inside.</source>
        <translation>正文存放在其他地址，而本程序不联网。请索取内含正文的文档。</translation>
    </message>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>否认</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>only if it happens</source>
        <translation>仅在发生时</translation>
    </message>
    <message>
        <source>in the past</source>
        <translation>既往</translation>
    </message>
    <message>
        <source>of a relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>诊断或疾病</translation>
    </message>
    <message>
        <source>Symptom or sign</source>
        <translation>症状或体征</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>用药</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Vital sign</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>Lab value</source>
        <translation>检验值</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>操作或手术</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>吸烟</translation>
    </message>
    <message>
        <source>Alcohol</source>
        <translation>饮酒</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>ICD-10-CM (US)</source>
        <translation>ICD-10-CM（美国）</translation>
    </message>
    <message>
        <source>HPO</source>
        <translation>HPO 人类表型</translation>
    </message>
    <message>
        <source>MeSH</source>
        <translation>MeSH 主题词</translation>
    </message>
    <message>
        <source>DrugBank</source>
        <translation>DrugBank 药物库</translation>
    </message>
    <message>
        <source>LOINC</source>
        <translation>LOINC 检验编码</translation>
    </message>
    <message>
        <source>yr</source>
        <translation>年</translation>
    </message>
    <message>
        <source>mo</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>wk</source>
        <translation>周</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>years old</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>months old</source>
        <translation>月龄</translation>
    </message>
    <message>
        <source>weeks old</source>
        <translation>周龄</translation>
    </message>
    <message>
        <source>days old</source>
        <translation>日龄</translation>
    </message>
    <message>
        <source>hours old</source>
        <translation>小时龄</translation>
    </message>
    <message>
        <source>minutes old</source>
        <translation>分钟龄</translation>
    </message>
    <message>
        <source>Highest temperature</source>
        <translation>最高体温</translation>
    </message>
    <message>
        <source>FiO₂</source>
        <translation>吸氧浓度</translation>
    </message>
    <message>
        <source>BMI</source>
        <translation>体重指数</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>疼痛</translation>
    </message>
    <message>
        <source>Glasgow Coma Scale</source>
        <translation>格拉斯哥昏迷评分</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>氧流量</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>每日一次</translation>
    </message>
    <message>
        <source>twice a day</source>
        <translation>每日两次</translation>
    </message>
    <message>
        <source>three times a day</source>
        <translation>每日三次</translation>
    </message>
    <message>
        <source>four times a day</source>
        <translation>每日四次</translation>
    </message>
    <message>
        <source>every night</source>
        <translation>每晚</translation>
    </message>
    <message>
        <source>every other day</source>
        <translation>隔日</translation>
    </message>
    <message>
        <source>every morning</source>
        <translation>每晨</translation>
    </message>
    <message>
        <source>once a week</source>
        <translation>每周一次</translation>
    </message>
    <message>
        <source>once a month</source>
        <translation>每月一次</translation>
    </message>
    <message>
        <source>when needed</source>
        <translation>必要时</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>by mouth</source>
        <translation>口服</translation>
    </message>
    <message>
        <source>into a vein</source>
        <translation>静脉给药</translation>
    </message>
    <message>
        <source>into a muscle</source>
        <translation>肌内注射</translation>
    </message>
    <message>
        <source>under the skin</source>
        <translation>皮下注射</translation>
    </message>
    <message>
        <source>inhaled</source>
        <translation>吸入</translation>
    </message>
    <message>
        <source>on the skin</source>
        <translation>外用</translation>
    </message>
    <message>
        <source>rectal</source>
        <translation>直肠给药</translation>
    </message>
    <message>
        <source>into the nose</source>
        <translation>鼻用</translation>
    </message>
    <message>
        <source>into the eye</source>
        <translation>眼用</translation>
    </message>
    <message>
        <source>into the ear</source>
        <translation>耳用</translation>
    </message>
    <message>
        <source>vaginal</source>
        <translation>阴道给药</translation>
    </message>
    <message>
        <source>under the tongue</source>
        <translation>舌下</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>language unknown</source>
        <translation>语言未知</translation>
    </message>
    <message>
        <source>Chief complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>Present illness</source>
        <translation>现病史</translation>
    </message>
    <message>
        <source>Past history</source>
        <translation>既往史</translation>
    </message>
    <message>
        <source>Surgical history</source>
        <translation>手术史</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏史</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>家族史</translation>
    </message>
    <message>
        <source>Social history</source>
        <translation>个人史</translation>
    </message>
    <message>
        <source>Obstetric history</source>
        <translation>月经婚育史</translation>
    </message>
    <message>
        <source>Immunisation</source>
        <translation>预防接种史</translation>
    </message>
    <message>
        <source>Review of systems</source>
        <translation>系统回顾</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>生命体征</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>体格检查</translation>
    </message>
    <message>
        <source>Investigations</source>
        <translation>辅助检查</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>实验室检查</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>影像学检查</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>操作与手术</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>诊疗经过</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>诊疗计划</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>去向与随访</translation>
    </message>
    <message>
        <source>Negated by “{words}”, right before it.</source>
        <translation>被“{words}”否定，该词紧邻其前。</translation>
    </message>
    <message>
        <source>Negated by “{words}”, {n} words before it.</source>
        <translation>被“{words}”否定，该词在其前 {n} 个词处。</translation>
    </message>
    <message>
        <source>Negated by “{words}”, right after it.</source>
        <translation>被“{words}”否定，该词紧邻其后。</translation>
    </message>
    <message>
        <source>Negated by “{words}”, {n} words after it.</source>
        <translation>被“{words}”否定，该词在其后 {n} 个词处。</translation>
    </message>
    <message>
        <source>In doubt because of “{words}”, right before it.</source>
        <translation>因“{words}”而存疑，该词紧邻其前。</translation>
    </message>
    <message>
        <source>In doubt because of “{words}”, {n} words before it.</source>
        <translation>因“{words}”而存疑，该词在其前 {n} 个词处。</translation>
    </message>
    <message>
        <source>In doubt because of “{words}”, right after it.</source>
        <translation>因“{words}”而存疑，该词紧邻其后。</translation>
    </message>
    <message>
        <source>In doubt because of “{words}”, {n} words after it.</source>
        <translation>因“{words}”而存疑，该词在其后 {n} 个词处。</translation>
    </message>
    <message>
        <source>Only if it happens: “{words}”, right before it.</source>
        <translation>仅为假设：“{words}”，该词紧邻其前。</translation>
    </message>
    <message>
        <source>Only if it happens: “{words}”, {n} words before it.</source>
        <translation>仅为假设：“{words}”，该词在其前 {n} 个词处。</translation>
    </message>
    <message>
        <source>Only if it happens: “{words}”, right after it.</source>
        <translation>仅为假设：“{words}”，该词紧邻其后。</translation>
    </message>
    <message>
        <source>Only if it happens: “{words}”, {n} words after it.</source>
        <translation>仅为假设：“{words}”，该词在其后 {n} 个词处。</translation>
    </message>
    <message>
        <source>In the past because of “{words}”, right before it.</source>
        <translation>因“{words}”而属既往，该词紧邻其前。</translation>
    </message>
    <message>
        <source>In the past because of “{words}”, {n} words before it.</source>
        <translation>因“{words}”而属既往，该词在其前 {n} 个词处。</translation>
    </message>
    <message>
        <source>In the past because of “{words}”, right after it.</source>
        <translation>因“{words}”而属既往，该词紧邻其后。</translation>
    </message>
    <message>
        <source>In the past because of “{words}”, {n} words after it.</source>
        <translation>因“{words}”而属既往，该词在其后 {n} 个词处。</translation>
    </message>
    <message>
        <source>Of somebody else because of “{words}”, right before it.</source>
        <translation>因“{words}”而属他人，该词紧邻其前。</translation>
    </message>
    <message>
        <source>Of somebody else because of “{words}”, {n} words before it.</source>
        <translation>因“{words}”而属他人，该词在其前 {n} 个词处。</translation>
    </message>
    <message>
        <source>Of somebody else because of “{words}”, right after it.</source>
        <translation>因“{words}”而属他人，该词紧邻其后。</translation>
    </message>
    <message>
        <source>Of somebody else because of “{words}”, {n} words after it.</source>
        <translation>因“{words}”而属他人，该词在其后 {n} 个词处。</translation>
    </message>
    <message>
        <source>Negated by the answer “{words}”.</source>
        <translation>回答“{words}”，故为否定。</translation>
    </message>
    <message>
        <source>Because it stands under “{words}”.</source>
        <translation>因其位于“{words}”之下。</translation>
    </message>
    <message>
        <source>words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>said to be</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation>按相似度</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>section</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>No word of this note was recognised.</source>
        <translation>未能识别该病历中的任何词语。</translation>
    </message>
    <message>
        <source>DANGER SIGN: {name} ({words})</source>
        <translation>危险征象：{name}（{words}）</translation>
    </message>
    <message>
        <source>POSSIBLE DANGER SIGN: {name} ({words})</source>
        <translation>可疑危险征象：{name}（{words}）</translation>
    </message>
    <message>
        <source>What is not listed was not recognised; it may still stand in the note.</source>
        <translation>未列出的内容表示未被识别，病历中仍可能存在。</translation>
    </message>
    <message>
        <source>Name of the patient</source>
        <translation>患者姓名</translation>
    </message>
    <message>
        <source>Age over 89</source>
        <translation>89岁以上年龄</translation>
    </message>
    <message>
        <source>{time}, {user}, MedDx Desktop {version}</source>
        <translation>{time}，{user}，MedDx Desktop {version}</translation>
    </message>
    <message>
        <source>{signed}: {user}, {time}</source>
        <translation>{signed}：{user}，{time}</translation>
    </message>
    <message>
        <source>Demonstration: the film is real, the person is invented.</source>
        <translation>演示：影像真实，人物虚构。</translation>
    </message>
    <message>
        <source>{whom}, told by {by}, {time}: read back</source>
        <translation>{by} 于 {time} 告知 {whom}：已复述确认</translation>
    </message>
    <message>
        <source>{whom}, told by {by}, {time}: not read back</source>
        <translation>{by} 于 {time} 告知 {whom}：未复述</translation>
    </message>
    <message>
        <source>Not told as critical: {why} ({by}, {time})</source>
        <translation>未作危急值通知：{why}（{by}，{time}）</translation>
    </message>
    <message>
        <source>Open: nobody has read it back.</source>
        <translation>未闭环：尚无人复述确认。</translation>
    </message>
    <message>
        <source>No film.</source>
        <translation>无影像。</translation>
    </message>
    <message>
        <source>Film {number}: {film}</source>
        <translation>影像 {number}：{film}</translation>
    </message>
    <message>
        <source>The film. Not for diagnosis from this print.</source>
        <translation>原片。打印件不用于诊断。</translation>
    </message>
    <message>
        <source>Dark: little weight, bright: much weight for the score. Not for diagnosis from this print.</source>
        <translation>暗：对评分影响小；亮：影响大。打印件不用于诊断。</translation>
    </message>
    <message>
        <source>Frame {number} of {count}.</source>
        <translation>第 {number} 帧，共 {count} 帧。</translation>
    </message>
    <message>
        <source>Before it was screened the film was {done} by hand: {by}, {time}.</source>
        <translation>筛查前影像经人工处理（{done}）：{by}，{time}。</translation>
    </message>
    <message>
        <source>Model score from 0 to 100 against its threshold (band of “not sure”).</source>
        <translation>模型评分 0 至 100，与阈值比较（括号内为“不确定”区间）。</translation>
    </message>
    <message>
        <source>Not screened yet.</source>
        <translation>尚未筛查。</translation>
    </message>
    <message>
        <source>Not looked for: {names}.</source>
        <translation>未评估：{names}。</translation>
    </message>
    <message>
        <source>SHA-256 of the film begins {digest}</source>
        <translation>影像 SHA-256 开头：{digest}</translation>
    </message>
    <message>
        <source>On trial: this model was not validated here; nothing is decided on it.</source>
        <translation>试用：该模型未经本机构验证，不据此作任何决定。</translation>
    </message>
    <message>
        <source>Earlier: {what} ({by}, {time}).</source>
        <translation>此前：{what}（{by}，{time}）。</translation>
    </message>
    <message>
        <source>Threshold of this site since {since}; the model&apos;s own is {shipped}.</source>
        <translation>本机构阈值，自 {since} 起；模型自带阈值为 {shipped}。</translation>
    </message>
    <message>
        <source>Of the films found with it here, {ppv} % have the finding.</source>
        <translation>本机构以此阈值检出的影像中，{ppv} % 确有该征象。</translation>
    </message>
    <message>
        <source>Support for thinking, not a diagnosis. What is not named here is not excluded.</source>
        <translation>供思考参考，不是诊断。未列出者并不等于已排除。</translation>
    </message>
    <message>
        <source>Chosen by the clinician from a plan; the program ordered nothing.</source>
        <translation>由医师从方案中选定；程序未开具任何医嘱。</translation>
    </message>
    <message>
        <source>{title}: {severity}, {kind}: {said} Chosen all the same, because: {reason}</source>
        <translation>{title}：{severity}（{kind}）：{said}仍选用，理由：{reason}</translation>
    </message>
    <message>
        <source>No dose was shown</source>
        <translation>当时未显示剂量</translation>
    </message>
    <message>
        <source>{amount} = {volume} mL of {strength}</source>
        <translation>{amount}（{strength}制剂{volume} mL）</translation>
    </message>
    <message>
        <source>{amount} = {count} × {strength} (tablets)</source>
        <translation>{amount}（{strength}片剂 × {count}片）</translation>
    </message>
    <message>
        <source>every {hours} h</source>
        <translation>每{hours}小时一次</translation>
    </message>
    <message>
        <source>{count} times a day</source>
        <translation>每日{count}次</translation>
    </message>
    <message>
        <source>for {days} days</source>
        <translation>共{days}天</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Confirmed by a clinician</source>
        <translation>医师确认</translation>
    </message>
    <message>
        <source>Waits for your own reading</source>
        <translation>待您独立阅片后显示</translation>
    </message>
    <message>
        <source>the file calls the person {sample}</source>
        <translation>文件中的样本名为 {sample}</translation>
    </message>
    <message>
        <source>{severity}: {drugs}. {reason}</source>
        <translation>{severity}：{drugs}。{reason}</translation>
    </message>
    <message>
        <source>{source}; opened {day}</source>
        <translation>{source}；查阅于 {day}</translation>
    </message>
    <message>
        <source>{source}; not opened, unverified</source>
        <translation>{source}；未查阅，未核实</translation>
    </message>
    <message>
        <source>No rule speaks of a drug for this result; that is not “suited”.</source>
        <translation>没有规则就此结果涉及任何药物；这不等于“适合”。</translation>
    </message>
    <message>
        <source>The tables of genes and drugs can&apos;t be read, so no drug was looked at. Install the program again.</source>
        <translation>基因与药物表无法读取，因此未核对任何药物。请重新安装程序。</translation>
    </message>
    <message>
        <source>Nothing is known of: {names}.</source>
        <translation>以下基因情况未知：{names}。</translation>
    </message>
    <message>
        <source>What a file does not cover or nobody tested is unknown, never normal. No drug was ordered or stopped.</source>
        <translation>文件未覆盖或未检测的位点为未知，绝不等于正常。程序未开具或停用任何药物。</translation>
    </message>
    <message>
        <source>{by}, {time}: read and locked before the program&apos;s answer was shown.</source>
        <translation>{by}，{time}：在看到程序结果之前阅片并锁定。</translation>
    </message>
    <message>
        <source>{by}, {time}: opened the program&apos;s answer without a first reading.</source>
        <translation>{by}，{time}：未先行阅片即打开程序结果。</translation>
    </message>
    <message>
        <source>Thought of first: {names}.</source>
        <translation>首先考虑：{names}。</translation>
    </message>
    <message>
        <source>{step}: {by}, {time}</source>
        <translation>{step}：{by}，{time}</translation>
    </message>
    <message>
        <source>{step} to {day}: {by}, {time}</source>
        <translation>{step}至 {day}：{by}，{time}</translation>
    </message>
    <message>
        <source>Please come again</source>
        <translation>请按时复诊</translation>
    </message>
    <message>
        <source>{weekday}, {day} {month} {year}</source>
        <translation>{year}年{month}{day}日，{weekday}</translation>
    </message>
    <message>
        <source>A new picture of your chest is taken.</source>
        <translation>复查胸片。</translation>
    </message>
    <message>
        <source>Your blood is tested.</source>
        <translation>抽血化验。</translation>
    </message>
    <message>
        <source>Your blood is tested for your kidneys.</source>
        <translation>抽血查肾功能。</translation>
    </message>
    <message>
        <source>Your blood is tested for your liver.</source>
        <translation>抽血查肝功能。</translation>
    </message>
    <message>
        <source>Your blood sugar is measured.</source>
        <translation>测血糖。</translation>
    </message>
    <message>
        <source>Your blood pressure is measured.</source>
        <translation>测血压。</translation>
    </message>
    <message>
        <source>You are weighed.</source>
        <translation>称体重。</translation>
    </message>
    <message>
        <source>What you cough up is tested.</source>
        <translation>化验咳出的痰。</translation>
    </message>
    <message>
        <source>We look at you and talk with you again.</source>
        <translation>医生再看一次，再谈一次。</translation>
    </message>
    <message>
        <source>For what was agreed with you.</source>
        <translation>按与您约定的事项。</translation>
    </message>
    <message>
        <source>This day has passed. Please come soon.</source>
        <translation>这一天已经过了，请尽快来。</translation>
    </message>
    <message>
        <source>On paper first: {happened}; entered {entered} by {by}.</source>
        <translation>先记于纸上：{happened}；由 {by} 于 {entered} 录入。</translation>
    </message>
    <message>
        <source>Changed since: not all of it is the sheet&apos;s.</source>
        <translation>此后有改动：并非全部来自纸质单。</translation>
    </message>
    <message>
        <source>(on paper first; entered {entered} by {by})</source>
        <translation>（先记于纸上；由 {by} 于 {entered} 录入）</translation>
    </message>
    <message>
        <source>Looked at with little or nothing for them, not excluded: {names}.</source>
        <translation>已评估但依据很少或没有，并未排除：{names}。</translation>
    </message>
    <message>
        <source>Would change the picture most: {names}.</source>
        <translation>最能改变判断的信息：{names}。</translation>
    </message>
    <message>
        <source>… and {n} more lines in the program</source>
        <translation>……另有 {n} 条见程序</translation>
    </message>
    <message>
        <source>Kept for the record; does not count.</source>
        <translation>仅留存备查，不计入。</translation>
    </message>
    <message>
        <source>“Not judged”: nothing can be said; it does not mean normal.</source>
        <translation>“未判定”：无法作出判断，不代表正常。</translation>
    </message>
    <message>
        <source>No laboratory results.</source>
        <translation>无检验结果。</translation>
    </message>
    <message>
        <source>No note.</source>
        <translation>无病历记录。</translation>
    </message>
    <message>
        <source>Read by the program from the words above; the note itself is what counts.</source>
        <translation>由程序从上文读取，以病历原文为准。</translation>
    </message>
    <message>
        <source>Signed by {by} on {time}.</source>
        <translation>{by} 于 {time} 签署。</translation>
    </message>
    <message>
        <source>Two readers disagreed; settled by: {reason}</source>
        <translation>两位阅片者意见不一，裁定理由：{reason}</translation>
    </message>
    <message>
        <source>Reopened since: the signatures above stand for an earlier state of the case.</source>
        <translation>病例其后已重新打开：以上签名对应此前的状态。</translation>
    </message>
    <message>
        <source>The mark proves later that the audit trail was not cut: “meddx report verify” for this file, “meddx audit verify --head” for this sheet of paper.</source>
        <translation>此标记可在日后证明审计记录未被截断：文件用 “meddx report verify” 核验，纸质件用 “meddx audit verify --head” 核验。</translation>
    </message>
    <message>
        <source>[U+…] stands for a character that this print lacks, by its Unicode number.</source>
        <translation>[U+…] 为本打印字体所缺字符的 Unicode 编号。</translation>
    </message>
    <message>
        <source>{name}: {call}; score {score}, threshold {threshold}</source>
        <translation>{name}：{call}；评分 {score}，阈值 {threshold}</translation>
    </message>
    <message>
        <source>Further results within their range or not judged: {n}.</source>
        <translation>其余在范围内或未判定的结果：{n} 项。</translation>
    </message>
    <message>
        <source>Cases: {n}, riskiest first. Made {time} by {user}.</source>
        <translation>病例 {n} 例，风险高者在前。{user} 于 {time} 制作。</translation>
    </message>
    <message>
        <source>No case on this day.</source>
        <translation>当日无病例。</translation>
    </message>
    <message>
        <source>A list for work, not a report.</source>
        <translation>工作名单，不是报告。</translation>
    </message>
    <message>
        <source>Fill in by hand. Enter it into the program later, with both times: when it was, and when it is entered. Keep the sheet until somebody else compared it.</source>
        <translation>手工填写。之后录入程序，并写明两个时间：发生时间与录入时间。此表保存至他人核对之后。</translation>
    </message>
    <message>
        <source>Look for danger signs first. Unknown is written as unknown, never as no.</source>
        <translation>先查危险征象。不清楚就写“不清楚”，不可写“无”。</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>本次就诊须知</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>已做的检查</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go to a hospital at once</source>
        <translation>出现以下情况立即去医院</translation>
    </message>
    <message>
        <source>A picture of your chest was taken.</source>
        <translation>给您拍了胸片。</translation>
    </message>
    <message>
        <source>Your blood or urine was tested.</source>
        <translation>给您做了血液或尿液化验。</translation>
    </message>
    <message>
        <source>We talked with you and examined you.</source>
        <translation>给您问诊并做了检查。</translation>
    </message>
    <message>
        <source>A clinician still has to look at this. Please ask when you will hear.</source>
        <translation>还需要医师查看。请问清楚什么时候能知道结果。</translation>
    </message>
    <message>
        <source>This slip is not a result.</source>
        <translation>本单不是检查结果。</translation>
    </message>
    <message>
        <source>A picture could not be judged by the program. Ask whether it must be taken again.</source>
        <translation>有一张片子程序无法判断。请询问是否需要重拍。</translation>
    </message>
    <message>
        <source>An X-ray picture was taken.</source>
        <translation>给您拍了 X 光片。</translation>
    </message>
    <message>
        <source>You need further care today. Please go there now and take this slip with you.</source>
        <translation>您今天就需要进一步诊治。请带上本单，现在就前往下列地点。</translation>
    </message>
    <message>
        <source>You need further care. Please go there and take this slip with you.</source>
        <translation>您需要进一步诊治。请带上本单前往下列地点。</translation>
    </message>
    <message>
        <source>A clinician looked at everything and tells you what was found.</source>
        <translation>医师已查看全部检查，会告诉您结果。</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>前往地点</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>讲解人</translation>
    </message>
    <message>
        <source>Breathing becomes hard</source>
        <translation>呼吸困难</translation>
    </message>
    <message>
        <source>Strong pain or pressure in the chest</source>
        <translation>胸口剧痛或压迫感</translation>
    </message>
    <message>
        <source>Drinking is no longer possible</source>
        <translation>喝不进水</translation>
    </message>
    <message>
        <source>Hard to wake, or not answering</source>
        <translation>叫不醒或没有反应</translation>
    </message>
    <message>
        <source>A child has a fit</source>
        <translation>孩子抽搐</translation>
    </message>
    <message>
        <source>Cough for 2 weeks or more: have it tested for tuberculosis</source>
        <translation>咳嗽 2 周或更久：请去查结核</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Internet address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Hospital or workplace</source>
        <translation>医院或工作单位</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Passport or licence</source>
        <translation>护照或证照</translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation>医保或社保号</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>病历编号</translation>
    </message>
    <message>
        <source>Marked by hand</source>
        <translation>手工标记</translation>
    </message>
    <message>
        <source>{n} places replaced: {file}</source>
        <translation>已替换 {n} 处：{file}</translation>
    </message>
    <message>
        <source>{n} films written: {folder}</source>
        <translation>已写出 {n} 幅影像：{folder}</translation>
    </message>
    <message>
        <source>{n} films looked at, nothing written</source>
        <translation>已查看 {n} 幅影像，未写出任何文件</translation>
    </message>
    <message>
        <source>{file}: {n} places covered</source>
        <translation>{file}：已遮盖 {n} 处</translation>
    </message>
    <message>
        <source>{file}: a side marker may be among what was covered; look at it</source>
        <translation>{file}：被遮盖处可能含左右标记，请查看</translation>
    </message>
    <message>
        <source>look at every film before it leaves: no program finds all writing, and a face or a pacemaker may tell whose it is</source>
        <translation>导出前请逐幅查看：任何程序都无法找出全部文字，面部或起搏器也可能暴露身份</translation>
    </message>
    <message>
        <source>Before: the original</source>
        <translation>处理前：原片</translation>
    </message>
    <message>
        <source>After: what leaves</source>
        <translation>处理后：将导出的影像</translation>
    </message>
    <message>
        <source>the pictures in {folder} show the originals: delete them when you have looked</source>
        <translation>{folder} 中的图片含有原始影像：查看后请删除</translation>
    </message>
    <message>
        <source>read the result beside the original before it leaves: no program finds every name</source>
        <translation>交出前请对照原文通读结果：没有程序能找出全部姓名</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name, or write over it (--force).</source>
        <translation>文件 {file} 已存在。请换一个名称，或加 --force 覆盖。</translation>
    </message>
    <message>
        <source>{file} would hold plain text under another name. Choose a name for the result that ends in .txt.</source>
        <translation>{file} 里将是纯文本，与其扩展名不符。请为结果另取一个以 .txt 结尾的文件名。</translation>
    </message>
    <message>
        <source>{folder} is a folder. Name the file that the result goes to, such as note.txt.</source>
        <translation>{folder} 是文件夹。请写明保存结果的文件名，例如 note.txt。</translation>
    </message>
    <message>
        <source>This would write over the original. Choose another name for the result.</source>
        <translation>这会覆盖原文。请为结果另取一个名称。</translation>
    </message>
    <message>
        <source>There is something called {folder} already. Choose a folder that is new or empty: films are never written among others.</source>
        <translation>已有名为 {folder} 的内容。请选择新建或空的文件夹：影像不会写入其他文件之间。</translation>
    </message>
    <message>
        <source>The result and the originals must not lie within each other. Choose a folder elsewhere.</source>
        <translation>结果与原始文件不能互相嵌套。请选择其他位置的文件夹。</translation>
    </message>
    <message>
        <source>This is a plain picture, not DICOM: what tells whose it is can&apos;t be taken out of it here. Export the film from its console as DICOM.</source>
        <translation>这是普通图片而非 DICOM，此处无法去除其中的身份信息。请从设备工作站以 DICOM 格式导出该影像。</translation>
    </message>
    <message>
        <source>Unpacked, this film has 4 GB or more; DICOM can&apos;t hold that in one piece. Export fewer frames of it from its console.</source>
        <translation>该影像解压后达到或超过 4 GB，DICOM 无法整体保存。请从设备工作站减少帧数后导出。</translation>
    </message>
    <message>
        <source>There is no film here that could be written. Nothing was made.</source>
        <translation>此处没有可写出的影像，未生成任何文件。</translation>
    </message>
    <message>
        <source>--names, --day-first and --month-first are for notes. Leave them out for films.</source>
        <translation>--names、--day-first 和 --month-first 仅用于病历文本，处理影像时请勿使用。</translation>
    </message>
    <message>
        <source>These options are for films: --retain-uids, --keep-characteristics, --clean-descriptors, --keep-views, --strip, --look. Leave them out for a note.</source>
        <translation>以下选项仅用于影像：--retain-uids、--keep-characteristics、--clean-descriptors、--keep-views、--strip、--look。处理病历文本时请勿使用。</translation>
    </message>
    <message>
        <source>--look shows what would be covered: it needs --strip FOLDER.</source>
        <translation>--look 用于显示将被遮盖的内容，需同时使用 --strip 文件夹。</translation>
    </message>
    <message>
        <source>The names in {file} can&apos;t be read. Save them as UTF-8 text, one a line.</source>
        <translation>无法读取 {file} 中的姓名。请存为 UTF-8 文本，每行一个。</translation>
    </message>
    <message>
        <source>The table holds no line with a code and a name. Give a table with the codes in one column and their names in another.</source>
        <translation>表格中没有同时含编码和名称的行。请提供一列为编码、另一列为名称的表格。</translation>
    </message>
    <message>
        <source>The table holds more than {limit} codes. Leave out those that are not used here.</source>
        <translation>表格中的编码超过 {limit} 个。请删去本机构不用的编码。</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB. Save codes and names alone, as text.</source>
        <translation>文件超过 {limit} MB。请只保留编码和名称，另存为文本。</translation>
    </message>
    <message>
        <source>Code or name {line} in the table is too long, or holds signs that no code has. Correct the table and read it in again.</source>
        <translation>表格中第 {line} 条的编码或名称过长，或含有编码不应有的字符。请更正后重新读入。</translation>
    </message>
    <message>
        <source>Say what the codes are called and which edition it is; both stand beside each code.</source>
        <translation>请填写编码体系名称和版本；两者会显示在每个编码旁。</translation>
    </message>
    <message>
        <source>No model that finds codes is installed, so a list of codes can&apos;t be used. Install the program again.</source>
        <translation>未安装用于查找编码的模型，无法使用编码表。请重新安装程序。</translation>
    </message>
    <message>
        <source>The list of codes {name} was made with an earlier model. Read the table of codes in again.</source>
        <translation>编码表 {name} 由较早的模型生成。请重新读入编码表格。</translation>
    </message>
    <message>
        <source>Bleeding from the gut</source>
        <translation>消化道出血</translation>
    </message>
    <message>
        <source>Possible acute abdomen</source>
        <translation>疑似急腹症</translation>
    </message>
    <message>
        <source>General danger sign in a child</source>
        <translation>儿童一般危险征象</translation>
    </message>
    <message>
        <source>Possible serious infection in a young infant</source>
        <translation>小婴儿疑似严重细菌感染</translation>
    </message>
    <message>
        <source>Unable to drink</source>
        <translation>不能饮水</translation>
    </message>
    <message>
        <source>Possible acute coronary syndrome</source>
        <translation>疑似急性冠脉综合征</translation>
    </message>
    <message>
        <source>Possible pulmonary embolism</source>
        <translation>疑似肺栓塞</translation>
    </message>
    <message>
        <source>Possible anaphylaxis</source>
        <translation>疑似严重过敏反应</translation>
    </message>
    <message>
        <source>Possible sepsis</source>
        <translation>疑似脓毒症</translation>
    </message>
    <message>
        <source>Tuberculosis symptom screen positive</source>
        <translation>结核症状筛查阳性</translation>
    </message>
    <message>
        <source>Not passing urine</source>
        <translation>无尿</translation>
    </message>
    <message>
        <source>Unresponsive, no pulse or no breathing</source>
        <translation>无反应、无脉搏或无呼吸</translation>
    </message>
    <message>
        <source>Severe breathing trouble</source>
        <translation>严重呼吸困难</translation>
    </message>
    <message>
        <source>Dangerous vital sign</source>
        <translation>生命体征危急</translation>
    </message>
    <message>
        <source>Thoughts of suicide or self-harm</source>
        <translation>自杀或自伤意念</translation>
    </message>
    <message>
        <source>Signs of stroke</source>
        <translation>脑卒中征象</translation>
    </message>
    <message>
        <source>Signs of meningitis or meningococcal disease</source>
        <translation>脑膜炎或脑膜炎球菌病征象</translation>
    </message>
    <message>
        <source>Signs of cauda equina compression</source>
        <translation>马尾神经受压征象</translation>
    </message>
    <message>
        <source>Possible ectopic pregnancy</source>
        <translation>疑似异位妊娠</translation>
    </message>
    <message>
        <source>Possible severe pre-eclampsia</source>
        <translation>疑似重度子痫前期</translation>
    </message>
    <message>
        <source>Take pulse and blood pressure, lying and sitting. Nothing by mouth. Send to hospital as an emergency with fainting, pallor, fast pulse or low blood pressure; the same day otherwise.</source>
        <translation>测卧位与坐位脉搏、血压。禁饮食。有晕厥、苍白、脉快或低血压者按急症转送医院，其余当日转诊。</translation>
    </message>
    <message>
        <source>Nothing by mouth, take all vital signs, ask women about pregnancy. Send to a hospital with surgery as an emergency.</source>
        <translation>禁饮食，测全套生命体征；育龄女性排查妊娠。按急症转送有外科的医院。</translation>
    </message>
    <message>
        <source>Send to hospital urgently. Keep the child warm, prevent low blood sugar if the child can swallow, clear the airway and put on the side during a convulsion.</source>
        <translation>紧急转送医院。注意保暖；能吞咽者预防低血糖；惊厥时侧卧、保持气道通畅。</translation>
    </message>
    <message>
        <source>One sign is enough: send to hospital urgently. Keep the infant warm, skin to skin, and feed or give breast milk on the way if it can swallow.</source>
        <translation>有一项即紧急转送医院。途中保暖（皮肤接触），能吞咽者继续喂母乳。</translation>
    </message>
    <message>
        <source>Ask since when and why; take all vital signs and look for dehydration. Send to hospital if it lasts.</source>
        <translation>询问起始时间与原因，测全套生命体征，评估脱水；持续者转送医院。</translation>
    </message>
    <message>
        <source>Record a 12-lead ECG now and do not wait for blood results. With pain now, or pain within 12 hours and an ECG that is abnormal or can&apos;t be had: ambulance to a hospital.</source>
        <translation>立即做12导联心电图，不等化验结果。目前有胸痛，或12小时内有胸痛且心电图异常或无法做：呼叫急救车转送医院。</translation>
    </message>
    <message>
        <source>Measure oxygen saturation, pulse and blood pressure. Send to hospital as an emergency; work out the Wells score only if that loses no time.</source>
        <translation>测血氧饱和度、脉搏、血压。按急症转送医院；Wells 评分不得耽误转送。</translation>
    </message>
    <message>
        <source>Stop what may have caused it, lay the person flat (sitting if breathing is hard), treat by your anaphylaxis plan at once and call an ambulance.</source>
        <translation>停用可疑致敏物，平卧（呼吸困难者取坐位），立即按过敏性休克预案处理并呼叫急救。</translation>
    </message>
    <message>
        <source>Take all vital signs now and look for the source. Have the person seen by a senior clinician at once or send to hospital as an emergency; do not wait for results.</source>
        <translation>立即测全套生命体征，查找感染灶。立即请上级医师诊视或按急症转送医院，不等化验结果。</translation>
    </message>
    <message>
        <source>Refer for a tuberculosis test; mask and a well-aired place meanwhile. In people with HIV one of cough, fever, weight loss or night sweats is enough. A film without findings does not rule it out.</source>
        <translation>转诊做结核检查（定点医院）；就诊期间戴口罩、通风。HIV 感染者咳嗽、发热、体重下降、盗汗有一项即为阳性。胸片未见异常不能排除。</translation>
    </message>
    <message>
        <source>Take blood pressure and pulse, feel for a full bladder, ask since when. No urine for 18 hours in somebody ill counts as high risk of sepsis: see at once.</source>
        <translation>测血压、脉搏，检查膀胱是否充盈，询问起始时间。患病者18小时无尿属脓毒症高危：立即诊视。</translation>
    </message>
    <message>
        <source>Call for help. No normal breathing: start resuscitation now and call an ambulance. Breathing: open airway, side position, oxygen, blood sugar.</source>
        <translation>立即呼救。无正常呼吸：马上心肺复苏并呼叫急救（120）。有呼吸：开放气道、侧卧、吸氧、测血糖。</translation>
    </message>
    <message>
        <source>Sit the person up, clear the airway, give oxygen, measure oxygen saturation. Call for help and send to hospital as an emergency.</source>
        <translation>取坐位，清理气道，吸氧，测血氧饱和度。呼救并按急症转送医院。</translation>
    </message>
    <message>
        <source>Measure again at once, look at the patient. If it holds: urgent assessment by a clinician within the hour, or send to hospital.</source>
        <translation>立即复测并查看病人。属实者1小时内由医师紧急评估，或转送医院。</translation>
    </message>
    <message>
        <source>Ask directly and calmly about thoughts, plan and means. Do not leave the person alone, remove means, involve somebody trusted and refer to mental health care today. Treat poisoning or injury first.</source>
        <translation>平和而直接地询问意念、计划与手段。不让其独处，移除危险物品，联系可信赖的人，当日转介精神卫生服务。先处理中毒或外伤。</translation>
    </message>
    <message>
        <source>Call an ambulance now. Write down when the signs began or when the person was last well. Nothing by mouth; send to a hospital that treats stroke.</source>
        <translation>立即呼叫急救（120）。记录起病时间或最后正常时间。暂禁饮食，送往有卒中救治能力的医院。</translation>
    </message>
    <message>
        <source>Send to hospital as an emergency, also where some signs are missing. Look for a rash over the whole body that does not fade under pressure.</source>
        <translation>按急症立即转送医院，征象不全亦然。全身查找压之不褪色的皮疹。</translation>
    </message>
    <message>
        <source>Send at once to a hospital with magnetic resonance imaging and spine surgery: hours count. Do not wait for all signs.</source>
        <translation>立即转送可行磁共振与脊柱手术的医院，以小时计；不必等征象齐全。</translation>
    </message>
    <message>
        <source>Pregnancy test now, also if pregnancy is thought unlikely. Send to hospital as an emergency with fainting, shoulder tip pain or low blood pressure; have her assessed the same day otherwise.</source>
        <translation>立即做妊娠试验，自认不可能妊娠者亦做。有晕厥、肩痛或低血压者按急症转送医院，其余当日评估。</translation>
    </message>
    <message>
        <source>Measure blood pressure again and test urine for protein. 160/110 or more, or symptoms, or a seizure: send to a maternity hospital as an emergency.</source>
        <translation>复测血压，查尿蛋白。血压≥160/110、有症状或抽搐者：按急症转送产科医院。</translation>
    </message>
    <message>
        <source>The source of this danger sign was not opened; check it before you rely on it.</source>
        <translation>此危险征象的出处未能查阅；采用前请先核实。</translation>
    </message>
    <message>
        <source>Ultrarapid metaboliser</source>
        <translation>超快代谢型</translation>
    </message>
    <message>
        <source>Rapid metaboliser</source>
        <translation>快代谢型</translation>
    </message>
    <message>
        <source>Normal metaboliser</source>
        <translation>正常代谢型</translation>
    </message>
    <message>
        <source>Intermediate metaboliser</source>
        <translation>中间代谢型</translation>
    </message>
    <message>
        <source>Likely intermediate metaboliser</source>
        <translation>很可能为中间代谢型</translation>
    </message>
    <message>
        <source>Possible intermediate metaboliser</source>
        <translation>可能为中间代谢型</translation>
    </message>
    <message>
        <source>Poor metaboliser</source>
        <translation>慢代谢型</translation>
    </message>
    <message>
        <source>Likely poor metaboliser</source>
        <translation>很可能为慢代谢型</translation>
    </message>
    <message>
        <source>Increased function</source>
        <translation>功能增强</translation>
    </message>
    <message>
        <source>Normal function</source>
        <translation>功能正常</translation>
    </message>
    <message>
        <source>Possibly decreased function</source>
        <translation>功能可能降低</translation>
    </message>
    <message>
        <source>Decreased function</source>
        <translation>功能降低</translation>
    </message>
    <message>
        <source>Poor function</source>
        <translation>功能低下</translation>
    </message>
    <message>
        <source>G6PD normal</source>
        <translation>G6PD正常</translation>
    </message>
    <message>
        <source>G6PD variable: measure the activity</source>
        <translation>G6PD不确定：须测酶活性</translation>
    </message>
    <message>
        <source>G6PD deficient</source>
        <translation>G6PD缺乏</translation>
    </message>
    <message>
        <source>G6PD deficient with chronic haemolysis</source>
        <translation>G6PD缺乏伴慢性溶血</translation>
    </message>
    <message>
        <source>Phenotype not known</source>
        <translation>表型未知</translation>
    </message>
    <message>
        <source>{gene}: {count} place(s) are not in the file. A file that lists variants only does not say what was looked at, so they are unknown, not normal.</source>
        <translation>{gene}：文件中缺少{count}个位点。只列变异的文件不说明检测了哪些位点，故为未知，不等于正常。</translation>
    </message>
    <message>
        <source>{gene}: at {count} place(s) the laboratory could not tell. They are unknown.</source>
        <translation>{gene}：{count}个位点实验室未能判定，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: {count} place(s) failed the laboratory&apos;s filter. They are unknown.</source>
        <translation>{gene}：{count}个位点未通过实验室质控，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: {count} place(s) were read with low quality. They are unknown.</source>
        <translation>{gene}：{count}个位点质量值过低，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: {count} place(s) were read too few times. They are unknown.</source>
        <translation>{gene}：{count}个位点测序深度不足，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: at {count} place(s) stands a base that the tables do not know. They are unknown.</source>
        <translation>{gene}：{count}个位点的碱基不在对照表中，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: at {count} place(s) a piece is lost or added that can&apos;t be matched safely. They are unknown.</source>
        <translation>{gene}：{count}个位点存在无法可靠比对的插入或缺失，视为未知。</translation>
    </message>
    <message>
        <source>{gene}: at {count} place(s) lines of the file contradict each other.</source>
        <translation>{gene}：{count}个位点在文件中的记录相互矛盾。</translation>
    </message>
    <message>
        <source>{gene}: the file has one chromosome where a person has two. Nothing is said.</source>
        <translation>{gene}：应为两条染色体处文件只给出一条，不作判断。</translation>
    </message>
    <message>
        <source>{gene}: the file does not fit the patient&apos;s sex. Check the sex and whether the file is of this patient.</source>
        <translation>{gene}：文件与患者性别不符。请核对性别，并确认文件属于该患者。</translation>
    </message>
    <message>
        <source>{gene} lies on the X chromosome. Enter the patient&apos;s sex and import again.</source>
        <translation>{gene}位于X染色体。请先录入患者性别，再重新导入。</translation>
    </message>
    <message>
        <source>{gene}: no pair of named alleles explains what was found. Ask the laboratory for its reading.</source>
        <translation>{gene}：没有已命名的等位基因组合能解释检测结果。请向实验室询问其判读。</translation>
    </message>
    <message>
        <source>{gene}: the file does not say which variants lie on the same chromosome. Possible: {pairs}. They differ in effect, so nothing is chosen.</source>
        <translation>{gene}：文件未说明哪些变异位于同一条染色体。可能为：{pairs}。各组合作用不同，故不作选择。</translation>
    </message>
    <message>
        <source>{gene}: possible are {pairs}; all have the same effect.</source>
        <translation>{gene}：可能为{pairs}；作用相同。</translation>
    </message>
    <message>
        <source>{gene}: no checked table says what this pair of alleles does.</source>
        <translation>{gene}：经核对的表中没有该等位基因组合的作用。</translation>
    </message>
    <message>
        <source>{gene}: an earlier result said otherwise ({earlier}). Check which one is of this patient.</source>
        <translation>{gene}：与先前结果（{earlier}）不一致。请核对哪一个属于该患者。</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened: it is a folder, or you may not read it. Copy it to your own folder and try again.</source>
        <translation>无法打开：这是文件夹，或没有读取权限。请复制到自己的文件夹后重试。</translation>
    </message>
    <message>
        <source>This file is larger than {limit} GB. Ask the laboratory for a file with the genes that matter.</source>
        <translation>文件大于{limit} GB。请向实验室索取只含相关基因的文件。</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a VCF holds. It is damaged or made to harm; ask the laboratory for it again.</source>
        <translation>文件解压后远超VCF应有大小，可能损坏或有害。请向实验室重新索取。</translation>
    </message>
    <message>
        <source>This is no VCF. Choose the .vcf or .vcf.gz file of the laboratory.</source>
        <translation>这不是VCF文件。请选择实验室提供的.vcf或.vcf.gz文件。</translation>
    </message>
    <message>
        <source>This is a BCF, the binary form. Ask the laboratory for .vcf or .vcf.gz.</source>
        <translation>这是二进制的BCF文件。请向实验室索取.vcf或.vcf.gz。</translation>
    </message>
    <message>
        <source>The head of this VCF is broken. Ask the laboratory for the file again.</source>
        <translation>该VCF的文件头损坏。请向实验室重新索取。</translation>
    </message>
    <message>
        <source>Line {line} of this VCF is broken, so nothing was taken from it. Ask the laboratory for the file again.</source>
        <translation>该VCF第{line}行损坏，未采用其任何内容。请向实验室重新索取。</translation>
    </message>
    <message>
        <source>A line of this VCF is too long. Ask the laboratory for a file with this patient alone.</source>
        <translation>该VCF中有一行过长。请向实验室索取仅含该患者的文件。</translation>
    </message>
    <message>
        <source>More than {limit} lines of this VCF speak of the same few places. Ask the laboratory for the file again.</source>
        <translation>该VCF中有超过{limit}行涉及同样的少数位点。请向实验室重新索取。</translation>
    </message>
    <message>
        <source>This VCF lists variants but nobody&apos;s genotype (no sample, or no GT). Ask the laboratory for the patient&apos;s own file.</source>
        <translation>该VCF只列出变异，没有任何人的基因型（无样本或无GT）。请向实验室索取患者本人的文件。</translation>
    </message>
    <message>
        <source>This VCF holds {count} persons. Choose which one is this patient.</source>
        <translation>该VCF含{count}个样本。请选择哪一个是该患者。</translation>
    </message>
    <message>
        <source>This VCF does not hold the chosen person. Choose one of those that it lists.</source>
        <translation>该VCF中没有所选样本。请从列出的样本中选择。</translation>
    </message>
    <message>
        <source>This VCF does not say that its positions are of GRCh37 or GRCh38. Ask the laboratory which build it is, and for a file that says so.</source>
        <translation>该VCF未说明坐标属于GRCh37还是GRCh38。请向实验室询问版本，并索取注明版本的文件。</translation>
    </message>
    <message>
        <source>The head of this VCF speaks of GRCh37 and of GRCh38. Ask the laboratory for a file of one build.</source>
        <translation>该VCF文件头同时出现GRCh37和GRCh38。请向实验室索取单一版本的文件。</translation>
    </message>
    <message>
        <source>The bases in this VCF are not those of {build}, which it claims to be. Ask the laboratory for the file again.</source>
        <translation>该VCF的参考碱基与其声明的{build}不符。请向实验室重新索取。</translation>
    </message>
    <message>
        <source>The program knows nothing of this gene. Choose one from the list.</source>
        <translation>程序没有该基因的资料。请从列表中选择。</translation>
    </message>
    <message>
        <source>Enter the alleles or the phenotype that the report states.</source>
        <translation>请录入报告中的等位基因或表型。</translation>
    </message>
    <message>
        <source>{gene}: this allele is not in the tables. Choose one from the list.</source>
        <translation>{gene}：该等位基因不在对照表中。请从列表中选择。</translation>
    </message>
    <message>
        <source>{gene}: this patient has {count} allele(s) of it. Enter as many.</source>
        <translation>{gene}：该患者应有{count}个等位基因。请按此数目录入。</translation>
    </message>
    <message>
        <source>{gene} lies on the X chromosome. Enter the patient&apos;s sex first.</source>
        <translation>{gene}位于X染色体。请先录入患者性别。</translation>
    </message>
    <message>
        <source>{gene} has no such phenotype. Choose one from the list.</source>
        <translation>{gene}没有该表型。请从列表中选择。</translation>
    </message>
    <message>
        <source>{gene}: by the tables these alleles are: {phenotype}. Check the report and enter the alleles or the phenotype alone.</source>
        <translation>{gene}：按对照表这些等位基因为：{phenotype}。请核对报告，只录入等位基因或只录入表型。</translation>
    </message>
    <message>
        <source>{gene}: one type stands there twice. Enter it once, positive or negative.</source>
        <translation>{gene}：同一分型出现两次。请只录入一次（阳性或阴性）。</translation>
    </message>
    <message>
        <source>The patient&apos;s sex was changed while the file was read. Import it again.</source>
        <translation>读取文件期间患者性别被修改。请重新导入。</translation>
    </message>
    <message>
        <source>Entered a gene result</source>
        <translation>录入基因结果</translation>
    </message>
    <message>
        <source>Read genes from a VCF</source>
        <translation>从VCF读取基因</translation>
    </message>
    <message>
        <source>The file about drugs {file} can&apos;t be read ({why}). No drug is checked and no dose shown until it is repaired: install the program again.</source>
        <translation>药物文件{file}无法读取（{why}）。修复前不进行药物核查，也不显示剂量：请重新安装本程序。</translation>
    </message>
    <message>
        <source>The file about drugs {file} has a mistake at {entry} ({why}). No drug is checked and no dose shown until it is repaired: correct it, or install the program again.</source>
        <translation>药物文件{file}在{entry}处有错误（{why}）。修复前不进行药物核查，也不显示剂量：请更正，或重新安装本程序。</translation>
    </message>
    <message>
        <source>In the file about drugs {file}, {entry} has no complete source ({why}). Give title, locator and the day it was opened, or mark it as unverified.</source>
        <translation>药物文件{file}中，{entry}的来源不完整（{why}）。请填写标题、出处和查阅日期，或标为未核实。</translation>
    </message>
    <message>
        <source>In the file about drugs {file}, {entry} rests on a source that was never opened ({why}). Open the source, or take the entry out.</source>
        <translation>药物文件{file}中，{entry}所依据的来源未曾查阅（{why}）。请查阅该来源，或删除此条。</translation>
    </message>
    <message>
        <source>In the file about drugs {file}, {entry} is there twice. Take one of them out.</source>
        <translation>药物文件{file}中，{entry}重复出现。请删除其中一条。</translation>
    </message>
    <message>
        <source>{folder} is a folder. Choose a name for the file.</source>
        <translation>{folder} 是文件夹。请输入文件名。</translation>
    </message>
    <message>
        <source>{folder} holds encrypted records or a backup of them. A plain copy there could destroy them. Choose another folder.</source>
        <translation>{folder} 中存放着加密病例或其备份。在此写入明文副本可能毁坏它们。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name for the report.</source>
        <translation>已有文件 {file}。请为报告另取名称。</translation>
    </message>
    <message>
        <source>The results of this case wait for your own reading. Lock it, or show them without it; then make the report.</source>
        <translation>本病例结果待您独立阅片后显示。请先锁定阅片意见，或选择直接查看，然后再制作报告。</translation>
    </message>
    <message>
        <source>There is no “{kind}” as “{format}”. Slips, letters and forms are PDFs.</source>
        <translation>“{kind}” 不能做成 “{format}”。须知单、转诊单和表格只有 PDF。</translation>
    </message>
    <message>
        <source>The case has no film that could be shown. Add a film, or export the report as PDF.</source>
        <translation>该病例没有可显示的影像。请添加影像，或将报告导出为 PDF。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read. Check the name and that the stick is still in.</source>
        <translation>无法读取 {file}。请检查文件名，并确认U盘仍插着。</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write it as year-month-day, such as 2026-03-02.</source>
        <translation>“{text}” 不是日期。请按年-月-日书写，如 2026-03-02。</translation>
    </message>
    <message>
        <source>This is the file that {by} let out at {at}, unchanged.</source>
        <translation>这是 {by} 于 {at} 导出的文件，未被改动。</translation>
    </message>
    <message>
        <source>This is the file that {by} let out at {at}, unchanged; but the case has changed since. Make a new report.</source>
        <translation>这是 {by} 于 {at} 导出的文件，未被改动；但病例此后有变化。请重新制作报告。</translation>
    </message>
    <message>
        <source>This store never let out such a file: it was changed since, or comes from elsewhere. Do not rely on it.</source>
        <translation>本库从未导出这样的文件：它已被改动，或来自别处。请勿采信。</translation>
    </message>
    <message>
        <source>{file} is written. SHA-256: {sha256}</source>
        <translation>已写入 {file}。SHA-256：{sha256}</translation>
    </message>
    <message>
        <source>the file is a plain copy outside the encrypted store: whoever has it can read it</source>
        <translation>该文件是加密库以外的明文副本：拿到者即可阅读</translation>
    </message>
    <message>
        <source>{file} is written.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>The audit trail is whole.</source>
        <translation>审计记录完整。</translation>
    </message>
    <message>
        <source>Clinical screening report</source>
        <translation>临床筛查报告</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>{asked}; the note says: {noted} (read by the program)</source>
        <translation>{asked}；病历记载：{noted}（由程序读取）</translation>
    </message>
    <message>
        <source>Asked: none known</source>
        <translation>已询问：无已知过敏</translation>
    </message>
    <message>
        <source>Date of visit</source>
        <translation>就诊日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Date not known</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>未测</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Unnamed test</source>
        <translation>未命名项目</translation>
    </message>
    <message>
        <source>Critical results</source>
        <translation>危急值</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>告知对象</translation>
    </message>
    <message>
        <source>What must not be missed</source>
        <translation>不可遗漏</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>征象</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The clinician</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>未作决定</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Models used</source>
        <translation>所用模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Variant, device</source>
        <translation>变体、设备</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>疾病</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>支持程度</translation>
    </message>
    <message>
        <source>Probability band</source>
        <translation>概率区间</translation>
    </message>
    <message>
        <source>Treatment chosen by a clinician</source>
        <translation>医师选定的治疗</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Dose that was shown</source>
        <translation>当时显示的剂量</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>选定者</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>既往已知</translation>
    </message>
    <message>
        <source>Genes and drugs</source>
        <translation>基因与药物</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>基因</translation>
    </message>
    <message>
        <source>Alleles</source>
        <translation>等位基因</translation>
    </message>
    <message>
        <source>Phenotype</source>
        <translation>表型</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The clinician&apos;s own first reading</source>
        <translation>医师的独立首次阅片</translation>
    </message>
    <message>
        <source>Read first as</source>
        <translation>首次判读</translation>
    </message>
    <message>
        <source>The model, hidden then</source>
        <translation>模型（当时未显示）</translation>
    </message>
    <message>
        <source>To be measured again</source>
        <translation>复查安排</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>安排者</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>待完成</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>there</source>
        <translation>有</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>无</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Vital signs and bedside facts</source>
        <translation>生命体征与床旁情况</translation>
    </message>
    <message>
        <source>Laboratory results</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>参考范围</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采样时间</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>计算结果</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Read in the note</source>
        <translation>从病历中读取</translation>
    </message>
    <message>
        <source>Entered from paper</source>
        <translation>纸质单补录</translation>
    </message>
    <message>
        <source>What was on paper</source>
        <translation>纸上的内容</translation>
    </message>
    <message>
        <source>When it was, who</source>
        <translation>发生时间、执行人</translation>
    </message>
    <message>
        <source>When it was entered, who</source>
        <translation>录入时间、录入人</translation>
    </message>
    <message>
        <source>Added after the signature</source>
        <translation>签署后补充</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Mark of the audit trail</source>
        <translation>审计记录标记</translation>
    </message>
    <message>
        <source>Referral letter</source>
        <translation>转诊单</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转往</translation>
    </message>
    <message>
        <source>From (site, telephone)</source>
        <translation>转出机构、电话</translation>
    </message>
    <message>
        <source>Reason for referral (by hand)</source>
        <translation>转诊理由（手写）</translation>
    </message>
    <message>
        <source>Laboratory results outside their range</source>
        <translation>超出范围的检验结果</translation>
    </message>
    <message>
        <source>Answer of the receiving clinic</source>
        <translation>接诊机构回执</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>接诊人</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>接诊日期</translation>
    </message>
    <message>
        <source>Found and decided</source>
        <translation>诊查所见与处理</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Critical result</source>
        <translation>危急值</translation>
    </message>
    <message>
        <source>Open: tell somebody now</source>
        <translation>未闭环：立即告知</translation>
    </message>
    <message>
        <source>None, says a clinician</source>
        <translation>无（医师说明）</translation>
    </message>
    <message>
        <source>Told and read back</source>
        <translation>已告知并复述</translation>
    </message>
    <message>
        <source>Screening list of {day}</source>
        <translation>{day} 筛查名单</translation>
    </message>
    <message>
        <source>Form for a day without the program</source>
        <translation>停用程序时手填表</translation>
    </message>
    <message>
        <source>Seen on, at</source>
        <translation>接诊日期、时间</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村/居委</translation>
    </message>
    <message>
        <source>Allergies (not asked / none known / which)</source>
        <translation>过敏（未询问/无已知/何种）</translation>
    </message>
    <message>
        <source>Complaint, since when, examination</source>
        <translation>主诉、起病时间、查体</translation>
    </message>
    <message>
        <source>Film number</source>
        <translation>片号</translation>
    </message>
    <message>
        <source>View, side marker</source>
        <translation>体位、左右标记</translation>
    </message>
    <message>
        <source>Keep / repeat, why</source>
        <translation>合格/重拍及原因</translation>
    </message>
    <message>
        <source>Read by the clinician as</source>
        <translation>医师阅片意见</translation>
    </message>
    <message>
        <source>Test, value, unit, time</source>
        <translation>项目、结果、单位、时间</translation>
    </message>
    <message>
        <source>On, at, by</source>
        <translation>日期、时间、告知人</translation>
    </message>
    <message>
        <source>Read back (yes / no)</source>
        <translation>复述确认（是/否）</translation>
    </message>
    <message>
        <source>Clinician, date, time</source>
        <translation>医师、日期、时间</translation>
    </message>
    <message>
        <source>Entered by, on, at</source>
        <translation>录入人、日期、时间</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>避免</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>慎用</translation>
    </message>
    <message>
        <source>Suited</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>相互作用</translation>
    </message>
    <message>
        <source>Contraindication</source>
        <translation>禁忌证</translation>
    </message>
    <message>
        <source>Kidneys</source>
        <translation>肾功能</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝功能</translation>
    </message>
    <message>
        <source>The same twice</source>
        <translation>重复用药</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>QT interval</source>
        <translation>QT间期</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>基因</translation>
    </message>
    <message>
        <source>creatinine clearance of this patient</source>
        <translation>本患者肌酐清除率</translation>
    </message>
    <message>
        <source>kidney disease, clearance not known</source>
        <translation>有肾脏疾病，清除率未知</translation>
    </message>
    <message>
        <source>Child-Pugh grade of this patient</source>
        <translation>本患者Child-Pugh分级</translation>
    </message>
    <message>
        <source>cirrhosis, grade not known</source>
        <translation>肝硬化，分级未知</translation>
    </message>
    <message>
        <source>pregnant, or it may be so</source>
        <translation>妊娠或可能妊娠</translation>
    </message>
    <message>
        <source>breastfeeding</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>potassium of this patient is low</source>
        <translation>本患者血钾低</translation>
    </message>
    <message>
        <source>low potassium in the case</source>
        <translation>病例提及低钾血症</translation>
    </message>
    <message>
        <source>QTc of this patient is long</source>
        <translation>本患者QTc延长</translation>
    </message>
    <message>
        <source>ventricular arrhythmia in the case</source>
        <translation>病例提及室性心律失常</translation>
    </message>
    <message>
        <source>age of this patient</source>
        <translation>本患者年龄</translation>
    </message>
    <message>
        <source>Age not known</source>
        <translation>年龄未知</translation>
    </message>
    <message>
        <source>Sex not known</source>
        <translation>性别未知</translation>
    </message>
    <message>
        <source>Weight not measured</source>
        <translation>未测体重</translation>
    </message>
    <message>
        <source>Weight without a date, or too old</source>
        <translation>体重无日期或已过时</translation>
    </message>
    <message>
        <source>Weight can hardly be right for this age, or two weights differ</source>
        <translation>体重与年龄不符，或两次体重不一致</translation>
    </message>
    <message>
        <source>Allergies not asked</source>
        <translation>未询问过敏史</translation>
    </message>
    <message>
        <source>Kidney function not known: no creatinine of these days</source>
        <translation>肾功能不明：近日无肌酐结果</translation>
    </message>
    <message>
        <source>The creatinine does not tell how the kidneys work: it is changing, too high for a pregnancy, of a child, or the kidneys are known to be ill. A doctor judges.</source>
        <translation>肌酐不能反映肾功能：正在变化、高于妊娠期常值、属儿童，或已知肾病。由医师判断。</translation>
    </message>
    <message>
        <source>How the kidneys work is not known: ask whether urine is passed and whether a kidney disease is known. The first dose does not wait for it; measure creatinine before giving it for days.</source>
        <translation>肾功能不明：询问有无排尿、有无已知肾病。首剂不因此等待；连续使用前测肌酐。</translation>
    </message>
    <message>
        <source>Pregnancy not asked</source>
        <translation>未询问妊娠</translation>
    </message>
    <message>
        <source>Breastfeeding not asked</source>
        <translation>未询问哺乳</translation>
    </message>
    <message>
        <source>A second person reads this dose again before it is given</source>
        <translation>给药前须由第二人复核剂量</translation>
    </message>
    <message>
        <source>Enter birth date</source>
        <translation>填写出生日期</translation>
    </message>
    <message>
        <source>Enter sex</source>
        <translation>填写性别</translation>
    </message>
    <message>
        <source>Enter weight</source>
        <translation>填写体重</translation>
    </message>
    <message>
        <source>Enter weight and day</source>
        <translation>填写体重与日期</translation>
    </message>
    <message>
        <source>Check the weight</source>
        <translation>核对体重</translation>
    </message>
    <message>
        <source>Enter allergies</source>
        <translation>填写过敏史</translation>
    </message>
    <message>
        <source>Enter creatinine</source>
        <translation>填写肌酐</translation>
    </message>
    <message>
        <source>Check the creatinine</source>
        <translation>查看肌酐</translation>
    </message>
    <message>
        <source>Enter pregnancy</source>
        <translation>填写妊娠情况</translation>
    </message>
    <message>
        <source>Enter breastfeeding</source>
        <translation>填写哺乳情况</translation>
    </message>
    <message>
        <source>into a vein or muscle</source>
        <translation>静脉或肌内注射</translation>
    </message>
    <message>
        <source>through a nebuliser</source>
        <translation>雾化吸入</translation>
    </message>
    <message>
        <source>rectally</source>
        <translation>直肠给药</translation>
    </message>
    <message>
        <source>IU</source>
        <translation>国际单位</translation>
    </message>
    <message>
        <source>puffs</source>
        <translation>喷</translation>
    </message>
    <message>
        <source>typed from a report</source>
        <translation>按报告录入</translation>
    </message>
    <message>
        <source>from a VCF file</source>
        <translation>来自VCF文件</translation>
    </message>
    <message>
        <source>The case has changed since this was shown. Look at the plan again, then choose.</source>
        <translation>显示后病例已有变化。请重新查看方案后再选用。</translation>
    </message>
    <message>
        <source>A question about the patient is open. Answer it first; then the dose is worked out and can be chosen.</source>
        <translation>尚有关于患者的问题未答。请先作答，随后计算剂量方可选用。</translation>
    </message>
    <message>
        <source>A check speaks against this. Write why you choose it all the same.</source>
        <translation>有核查结果不支持选用。请写明仍选用的理由。</translation>
    </message>
    <message>
        <source>This treatment is not chosen any more. Open the plan anew to see how it stands.</source>
        <translation>该治疗已不在选用之列。请重新打开方案查看。</translation>
    </message>
    <message>
        <source>This file is no picture of a page. Choose a photograph or scan: JPEG, PNG, TIFF, BMP or PDF.</source>
        <translation>此文件不是页面图片。请选择照片或扫描件：JPEG、PNG、TIFF、BMP 或 PDF。</translation>
    </message>
    <message>
        <source>This is a DICOM file. If it is a film, drop it on the Image tab.</source>
        <translation>这是 DICOM 文件。若是X线片，请拖放到“影像”页。</translation>
    </message>
    <message>
        <source>This PDF is locked with a password. Save a copy without one on this computer.</source>
        <translation>此 PDF 有密码保护。请在本机另存一份无密码的副本。</translation>
    </message>
    <message>
        <source>This PDF is no scan but holds its text itself. Open it as a note; for results, take a screenshot of the page and open that picture here.</source>
        <translation>此 PDF 不是扫描件，而是自带文字。可作为病历打开；如为检验结果，请对页面截图，再在此打开该图片。</translation>
    </message>
    <message>
        <source>No scanned page was found in this PDF. Print it and photograph the page, or type what matters.</source>
        <translation>此 PDF 中未找到扫描页面。请打印后拍照，或手工录入要点。</translation>
    </message>
    <message>
        <source>The pages of this PDF are packed in a way that this program can&apos;t open (JBIG2). Open it in a PDF program, take a screenshot of each page and open that picture here.</source>
        <translation>此 PDF 的页面采用本程序无法打开的压缩方式（JBIG2）。请用 PDF 软件打开，逐页截图后在此打开图片。</translation>
    </message>
    <message>
        <source>A page of this scan is larger than this program opens. Scan it again with 300 dots per inch.</source>
        <translation>此扫描件有一页过大，本程序无法打开。请以 300 dpi 重新扫描。</translation>
    </message>
    <message>
        <source>This is a picture in the telephone&apos;s own format (HEIC). Save it as JPEG and open that, or set the telephone&apos;s camera to JPEG (“Most compatible”).</source>
        <translation>这是手机专用格式（HEIC）的图片。请另存为 JPEG 后打开，或在手机相机设置中选择“兼容性最佳”（JPEG）。</translation>
    </message>
    <message>
        <source>GIF and WebP pictures can&apos;t be read. Save the picture as JPEG or PNG and open that.</source>
        <translation>无法识读 GIF 和 WebP 图片。请另存为 JPEG 或 PNG 后打开。</translation>
    </message>
    <message>
        <source>This file is damaged and can&apos;t be read. Scan or photograph the page again.</source>
        <translation>此文件已损坏，无法读取。请重新扫描或拍摄。</translation>
    </message>
    <message>
        <source>This scan has more than {limit} pages. Take the pages that matter out of it.</source>
        <translation>此扫描件超过 {limit} 页。请只取出需要的页面。</translation>
    </message>
    <message>
        <source>No writing was found in this picture. Photograph the page from above, sharp, in good light and filling the picture.</source>
        <translation>此图片中未找到文字。请从正上方拍摄，对焦清晰、光线充足，并让纸面充满画面。</translation>
    </message>
    <message>
        <source>Read from a picture: characters may be wrong, decimal points lost, lines missing. Compare every line with the paper.</source>
        <translation>由图片识读：可能有错字、小数点丢失或缺行。请逐行与原件核对。</translation>
    </message>
    <message>
        <source>The lines of this page are not level: it bends, or was photographed at an angle. A value may stand in the line of another test. Photograph it flat and from above, or compare each line closely.</source>
        <translation>此页各行不平：纸张弯曲或斜向拍摄，数值可能错排到别的项目。请将纸张摊平、从正上方重拍，或逐行仔细核对。</translation>
    </message>
    <message>
        <source>This PDF also has pages that hold their text themselves and were not read: {pages}. Take a screenshot of each and open it here.</source>
        <translation>此 PDF 还有自带文字的页面未识读：第 {pages} 页。请逐页截图后在此打开。</translation>
    </message>
    <message>
        <source>Read from a picture: compare with the paper.</source>
        <translation>由图片识读：请与原件核对。</translation>
    </message>
    <message>
        <source>Not sure of “{text}”.</source>
        <translation>“{text}”识读存疑。</translation>
    </message>
    <message>
        <source>Read as “{first}”, and a second time as “{second}”.</source>
        <translation>首次识读为“{first}”，再次识读为“{second}”。</translation>
    </message>
    <message>
        <source>“{text}” has uneven digits, as in handwriting, which is not read safely.</source>
        <translation>“{text}”的数字高低不齐，像是手写；手写内容识读不可靠。</translation>
    </message>
    <message>
        <source>“{text}” may have a decimal point that was not read. Look at the paper.</source>
        <translation>“{text}”可能有未识读出的小数点。请核对原件。</translation>
    </message>
    <message>
        <source>A line runs through “{text}”: it may be struck out. Look at the paper.</source>
        <translation>“{text}”上有一条横线：可能已被划去。请核对原件。</translation>
    </message>
    <message>
        <source>Written over by hand; read as “{read}”.</source>
        <translation>已由人工改写；原识读为“{read}”。</translation>
    </message>
    <message>
        <source>“{text}” has letters that look like digits. Nothing was replaced.</source>
        <translation>“{text}”中有形似数字的字母，程序未作替换。</translation>
    </message>
    <message>
        <source>Left out by hand while comparing.</source>
        <translation>核对时由人工排除。</translation>
    </message>
    <message>
        <source>Read from a picture: characters may be wrong and lines missing. Compare with the paper and put right what differs.</source>
        <translation>由图片识读：可能有错字或缺行。请与原件核对并改正不符之处。</translation>
    </message>
    <message>
        <source>No age</source>
        <translation>无年龄</translation>
    </message>
    <message>
        <source>Age the model was not made for</source>
        <translation>年龄不在模型适用范围</translation>
    </message>
    <message>
        <source>Model gave no usable result</source>
        <translation>模型无可用结果</translation>
    </message>
    <message>
        <source>Blank picture</source>
        <translation>空白图像</translation>
    </message>
    <message>
        <source>Another body part</source>
        <translation>其他部位</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>未拍全</translation>
    </message>
    <message>
        <source>Cut off below</source>
        <translation>下方未拍全</translation>
    </message>
    <message>
        <source>Cut off on the left</source>
        <translation>左侧未拍全</translation>
    </message>
    <message>
        <source>Cut off on the right</source>
        <translation>右侧未拍全</translation>
    </message>
    <message>
        <source>Cut off above</source>
        <translation>上方未拍全</translation>
    </message>
    <message>
        <source>Coloured picture</source>
        <translation>彩色图像</translation>
    </message>
    <message>
        <source>Raw detector data</source>
        <translation>探测器原始数据</translation>
    </message>
    <message>
        <source>Film check not installed</source>
        <translation>未安装胶片检查模型</translation>
    </message>
    <message>
        <source>Half a chest or a side view</source>
        <translation>半侧胸部或侧位</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>黑白反转</translation>
    </message>
    <message>
        <source>Lungs partly covered</source>
        <translation>肺部部分被遮挡</translation>
    </message>
    <message>
        <source>No X-ray film</source>
        <translation>不是 X 线片</translation>
    </message>
    <message>
        <source>Only models on trial</source>
        <translation>仅有试用模型</translation>
    </message>
    <message>
        <source>No model for this film</source>
        <translation>没有适用的模型</translation>
    </message>
    <message>
        <source>No frontal chest film</source>
        <translation>不是正位胸片</translation>
    </message>
    <message>
        <source>No human patient</source>
        <translation>不是人类患者</translation>
    </message>
    <message>
        <source>Odd shape of picture</source>
        <translation>图像比例异常</translation>
    </message>
    <message>
        <source>Photograph of a film</source>
        <translation>胶片翻拍照片</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>方向不正</translation>
    </message>
    <message>
        <source>Scores stood still</source>
        <translation>评分不变</translation>
    </message>
    <message>
        <source>Askew</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>过亮</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>过暗</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>图像过小</translation>
    </message>
    <message>
        <source>Too little contrast</source>
        <translation>对比度不足</translation>
    </message>
    <message>
        <source>Too grainy</source>
        <translation>噪点过多</translation>
    </message>
    <message>
        <source>Turned, perhaps mirrored</source>
        <translation>方向不正，可能镜像</translation>
    </message>
    <message>
        <source>View the model was not made for</source>
        <translation>体位不在模型适用范围</translation>
    </message>
    <message>
        <source>Kidney values</source>
        <translation>肾功能</translation>
    </message>
    <message>
        <source>Liver values</source>
        <translation>肝功能</translation>
    </message>
    <message>
        <source>Blood glucose</source>
        <translation>血糖</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>血压</translation>
    </message>
    <message>
        <source>Sputum test</source>
        <translation>痰检</translation>
    </message>
    <message>
        <source>See the patient again</source>
        <translation>复诊</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设定</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已改期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Write what is to be done: “other” alone tells nobody.</source>
        <translation>请写明要做什么：只写“其他”无人能懂。</translation>
    </message>
    <message>
        <source>Write why; whoever looks at the list later wants to know.</source>
        <translation>请写明原因，供日后查看者了解。</translation>
    </message>
    <message>
        <source>These words are too long. Shorten them to {limit} characters.</source>
        <translation>文字过长，请缩短到 {limit} 个字符以内。</translation>
    </message>
    <message>
        <source>This day has passed already. Choose today or a later day.</source>
        <translation>这一天已过，请选择今天或之后的日期。</translation>
    </message>
    <message>
        <source>This day is more than five years ahead. Check the year.</source>
        <translation>日期在五年之后，请核对年份。</translation>
    </message>
    <message>
        <source>This follow-up is not there any more. Open the list again.</source>
        <translation>该随访已不存在，请重新打开列表。</translation>
    </message>
    <message>
        <source>This follow-up was closed meanwhile. Open the list again.</source>
        <translation>该随访已被关闭，请重新打开列表。</translation>
    </message>
    <message>
        <source>This export would give away more than the budget of this year has left ({left}). Choose the most private setting, or wait for the next year.</source>
        <translation>本次导出将超出今年剩余的额度（{left}）。请选择最保密的设置，或等到明年。</translation>
    </message>
    <message>
        <source>The budget of this year is used up ({left} left). The next export is possible next year.</source>
        <translation>今年的额度已用完（剩余 {left}）。明年才能再次导出。</translation>
    </message>
    <message>
        <source>This period or this privacy setting can&apos;t be chosen. Choose one of those shown.</source>
        <translation>不能选择此时段或保密程度，请从列出的选项中选择。</translation>
    </message>
    <message>
        <source>The clock of this computer stands before the last entries, so that neither weeks nor the budget of a year can be told. Set the clock, then try again.</source>
        <translation>本机时钟早于最近的记录，无法确定周次和年度额度。请校准时钟后重试。</translation>
    </message>
    <message>
        <source>Screening on a cluster is not part of this program. Install the extra with: pip install meddx-desktop[cluster].</source>
        <translation>本程序不含集群筛查功能。请安装附加组件：pip install meddx-desktop[cluster]。</translation>
    </message>
    <message>
        <source>Results of a cluster go into a file. Name it with --out results.jsonl.</source>
        <translation>集群筛查的结果写入文件，请用 --out results.jsonl 指定。</translation>
    </message>
    <message>
        <source>--out belongs to --cluster. Without a cluster, send the output of --format json into a file.</source>
        <translation>--out 只能与 --cluster 一起使用。不用集群时，请将 --format json 的输出重定向到文件。</translation>
    </message>
    <message>
        <source>{option} can&apos;t be used with --cluster. Leave it out.</source>
        <translation>{option} 不能与 --cluster 一起使用，请去掉。</translation>
    </message>
    <message>
        <source>No certificates are named. Give --tls-ca and --tls-cert; `meddx cluster certificates` makes both files.</source>
        <translation>未指定证书。请用 --tls-ca 和 --tls-cert 指定；`meddx cluster certificates` 可生成这两个文件。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used as a certificate. Give the files that `meddx cluster certificates` made.</source>
        <translation>{file} 不能用作证书。请使用 `meddx cluster certificates` 生成的文件。</translation>
    </message>
    <message>
        <source>There are certificates in {folder} already. Choose another folder, or remove those two files to begin anew on all machines.</source>
        <translation>{folder} 中已有证书。请选择其他文件夹；或删除这两个文件，并在所有计算机上重新开始。</translation>
    </message>
    <message>
        <source>{file} is no scheduler file. Start `meddx cluster scheduler` and name the file that it writes.</source>
        <translation>{file} 不是调度器文件。请启动 `meddx cluster scheduler`，并指定它写出的文件。</translation>
    </message>
    <message>
        <source>The scheduler of {file} listens without encryption and is not used. Start it with `meddx cluster scheduler` and certificates.</source>
        <translation>{file} 中的调度器未加密，不予使用。请用 `meddx cluster scheduler` 和证书启动它。</translation>
    </message>
    <message>
        <source>There is no secure connection to {address}. Check that the scheduler runs and that all machines have the certificates that were made together.</source>
        <translation>无法与 {address} 建立安全连接。请确认调度器正在运行，且所有计算机使用同一次生成的证书。</translation>
    </message>
    <message>
        <source>No worker is there. Start `meddx cluster worker` on the machines that are to screen; what is written stays, and the same command goes on.</source>
        <translation>没有工作进程。请在参与筛查的计算机上启动 `meddx cluster worker`；已写入的结果保留，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>The scheduler shows its work on a page without encryption. Start it with `meddx cluster scheduler`, which does not.</source>
        <translation>调度器在未加密的网页上显示工作内容。请改用 `meddx cluster scheduler` 启动，它没有此网页。</translation>
    </message>
    <message>
        <source>A worker has another version of the program or of a model than this computer. Install the same everywhere; what is written stays, and the same command goes on.</source>
        <translation>某个工作进程的程序或模型版本与本机不同。请在各处安装相同版本；已写入的结果保留，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>The log of a worker may name patients. Start workers with `meddx cluster worker`, which keeps names out.</source>
        <translation>某个工作进程的日志可能出现患者信息。请用 `meddx cluster worker` 启动，它不会记录姓名。</translation>
    </message>
    <message>
        <source>{workers} workers don&apos;t see the films. Make the archive readable there under the same path.</source>
        <translation>有 {workers} 个工作进程看不到胶片。请让它们以相同路径读取该存档。</translation>
    </message>
    <message>
        <source>The connection to the scheduler is lost. What is written stays; the same command goes on once it runs again.</source>
        <translation>与调度器的连接已中断。已写入的结果保留；调度器恢复后，再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>Something unexpected happened to this film; the place is in the worker&apos;s local log. Have the film read by somebody.</source>
        <translation>处理此胶片时发生意外，位置已记入该计算机的本地日志。请由人工阅片。</translation>
    </message>
    <message>
        <source>{times} workers stopped under this film, and it is not tried again. Have it read by somebody, and keep the file apart.</source>
        <translation>有 {times} 个工作进程因此胶片停止，不再尝试。请由人工阅片，并将该文件单独保存。</translation>
    </message>
    <message>
        <source>{file} was begun with another version, other models or other choices. Name another file for these results.</source>
        <translation>{file} 是用其他版本、模型或选项开始写的。请为本次结果指定另一个文件。</translation>
    </message>
    <message>
        <source>Line {line} of {file} is no result of this program. Name another file, or take that line out.</source>
        <translation>{file} 的第 {line} 行不是本程序的结果。请指定另一个文件，或删除该行。</translation>
    </message>
    <message>
        <source>Another run writes to {file}. Wait for it, or name another file.</source>
        <translation>另一次运行正在写入 {file}。请等待其结束，或指定另一个文件。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written. Check the folder and free disk space; the same command goes on with what is missing.</source>
        <translation>无法写入 {file}。请检查文件夹和磁盘空间；再次运行同一命令会补上缺少的部分。</translation>
    </message>
    <message>
        <source>Both files belong on every machine of the cluster, and on no other: whoever has them can run programs there. They hold for {days} days.</source>
        <translation>这两个文件须放在集群的每台计算机上，且不得外传：持有者可在这些计算机上运行程序。有效期 {days} 天。</translation>
    </message>
    <message>
        <source>scheduler; its address is written to {file}. Ctrl+C ends it</source>
        <translation>调度器；其地址写入 {file}。按 Ctrl+C 结束</translation>
    </message>
    <message>
        <source>{n} workers. Ctrl+C ends them</source>
        <translation>{n} 个工作进程。按 Ctrl+C 结束</translation>
    </message>
    <message>
        <source>{n} workers answer. {file} names patients: keep it safe</source>
        <translation>{n} 个工作进程已就绪。{file} 含患者信息，请妥善保管</translation>
    </message>
    <message>
        <source>{now} files done, {before} were done before; {failed} of all failed</source>
        <translation>本次完成 {now} 个文件，此前已完成 {before} 个；其中失败 {failed} 个</translation>
    </message>
    <message>
        <source>This time lies ahead. Enter when it was, as the sheet says.</source>
        <translation>该时间在将来。请按纸质单填写实际发生的时间。</translation>
    </message>
    <message>
        <source>This is more than a year ago. Check the date on the sheet.</source>
        <translation>该时间已超过一年。请核对纸质单上的日期。</translation>
    </message>
    <message>
        <source>This name is too long; enter up to {limit} characters.</source>
        <translation>姓名过长，最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Enter what the sheet says of the film, word for word.</source>
        <translation>请逐字录入纸质单上的阅片意见。</translation>
    </message>
    <message>
        <source>This is too long; enter up to {limit} characters.</source>
        <translation>内容过长，最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Nothing of this was entered yet. Enter it first, then say when it was.</source>
        <translation>此项尚未录入。请先录入，再注明发生时间。</translation>
    </message>
    <message>
        <source>Somebody was told before the result was found. Check both times on the sheet.</source>
        <translation>告知时间早于发现时间。请核对纸质单上的两个时间。</translation>
    </message>
</context>
<context>
    <name>worklist</name>
    <message>
        <source>d MMM</source>
        <comment>day and month, Qt&apos;s pattern</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Check who this is</source>
        <translation>请核对身份</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last {n} days</source>
        <translation>最近 {n} 天</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>身份不明</translation>
    </message>
</context>
</TS>
