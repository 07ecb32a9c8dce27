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
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AlteredBadge</name>
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
        <source>This case holds no film.</source>
        <translation>此病例没有胶片。</translation>
    </message>
    <message>
        <source>The film waits for its score.</source>
        <translation>胶片正在等待评分。</translation>
    </message>
    <message>
        <source>Every finding of this film has a clinician&apos;s word.</source>
        <translation>全部所见已由医师确认。</translation>
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
        <source>&amp;Undo taking off</source>
        <translation>撤销移除(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About MedDx Desktop</source>
        <translation>关于 MedDx Desktop(&amp;A)</translation>
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
    <name>FindingCard</name>
    <message>
        <source>Show where the model looked</source>
        <translation>显示模型关注区域</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>认可</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否定</translation>
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
        <source>Accepted {time}</source>
        <translation>已认可 {time}</translation>
    </message>
    <message>
        <source>Rejected {time}</source>
        <translation>已否定 {time}</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>In memory only: lost on closing</source>
        <translation>仅存于内存，关闭即丢失</translation>
    </message>
    <message>
        <source>This version keeps cases in memory only. Closing the program loses them.</source>
        <translation>此版本仅将病例保存在内存中，关闭程序后即丢失。</translation>
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
</context>
<context>
    <name>LabsTab</name>
    <message>
        <source>No case open</source>
        <translation>未打开病例</translation>
    </message>
    <message>
        <source>Open a case to enter its laboratory results.</source>
        <translation>打开病例以录入检验结果。</translation>
    </message>
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
        <translation>删除所选行</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>尚无检验结果</translation>
    </message>
    <message>
        <source>Add a line, or paste a table: test, value, unit, time taken.</source>
        <translation>添加一行，或粘贴表格：项目、数值、单位、采样时间。</translation>
    </message>
    <message>
        <source>Kept as typed; ranges and flags are not computed in this version.</source>
        <translation>按录入内容保存；此版本不计算参考范围，也不作异常标记。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close MedDx Desktop?</source>
        <translation>关闭 MedDx Desktop？</translation>
    </message>
    <message numerus="yes">
        <source>Close and lose %n case(s)?</source>
        <translation>
            <numerusform>放弃 %n 个病例并退出？</numerusform>
        </translation>
    </message>
    <message>
        <source>This version keeps cases in memory only. Closing the program loses them.</source>
        <translation>此版本仅将病例保存在内存中，关闭程序后即丢失。</translation>
    </message>
    <message>
        <source>Close and lose</source>
        <translation>放弃并退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>返回</translation>
    </message>
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
    <name>NotesTab</name>
    <message>
        <source>Type or paste the clinical note. It is kept with the case as you type.</source>
        <translation>在此键入或粘贴病历。内容随键入自动保存到病例。</translation>
    </message>
    <message>
        <source>Clinical note</source>
        <translation>病历</translation>
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
        <source>Kept with the case, in memory</source>
        <translation>已随病例保存（在内存中）</translation>
    </message>
    <message>
        <source>The note is not analysed in this version.</source>
        <translation>此版本不分析病历内容。</translation>
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
        <source>No case open</source>
        <translation>未打开病例</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>出生日期 {date}</translation>
    </message>
    <message>
        <source>birth date unknown</source>
        <translation>出生日期不详</translation>
    </message>
    <message>
        <source>ID {id}</source>
        <translation>编号 {id}</translation>
    </message>
    <message>
        <source>No ID</source>
        <translation>无编号</translation>
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
    <name>RefusalBand</name>
    <message>
        <source>Not every model gave a score.</source>
        <translation>并非每个模型都给出了评分。</translation>
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
    <name>ScreeningQueue</name>
    <message>
        <source>Screening films</source>
        <translation>正在筛查胶片</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, appearance and text size change at once; cases stay open.</source>
        <translation>语言、外观和文字大小立即生效；病例保持打开。</translation>
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
        <source>The case of {name} was taken off the list.</source>
        <translation>{name} 的病例已移出列表。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Riskiest first</source>
        <translation>高风险在前</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
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
        <source>No cases yet</source>
        <translation>尚无病例</translation>
    </message>
    <message>
        <source>Drop films here, or press Ctrl+O.</source>
        <translation>将胶片拖到此处，或按 Ctrl+O。</translation>
    </message>
    <message>
        <source>Open demonstration</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>No case fits the search</source>
        <translation>没有符合搜索条件的病例</translation>
    </message>
    <message>
        <source>Open case not in this list</source>
        <translation>当前病例不在此列表中</translation>
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
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n file(s) could not be opened. The list says why.</source>
        <translation>
            <numerusform>有 %n 个文件未能打开。原因见列表。</numerusform>
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
    <name>labels</name>
    <message>
        <source>, </source>
        <translation>、</translation>
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
        <source>The model {name} does not give its own sample&apos;s result on this computer. Do not use it; tell the supplier.</source>
        <translation>模型 {name} 在此电脑上不能重现自带样例的结果。请勿使用，并告知供应方。</translation>
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
        <source>The passphrase does not open this store. Check the passphrase, and that it is the right folder.</source>
        <translation>口令无法打开此病例库。请核对口令和文件夹是否正确。</translation>
    </message>
    <message>
        <source>The case store is damaged. Do not delete it; restore the newest backup beside it and keep the damaged one.</source>
        <translation>病例库已损坏。请勿删除；请在其旁恢复最新备份，并保留损坏的病例库。</translation>
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
        <source>{folder} is not empty. Restore into an empty or a new folder; nothing was changed.</source>
        <translation>{folder} 不是空文件夹。请恢复到空文件夹或新文件夹；未作任何更改。</translation>
    </message>
    <message>
        <source>This bundle is damaged or the passphrase is wrong. Ask for both again.</source>
        <translation>此交接包已损坏或口令有误。请重新索取交接包和口令。</translation>
    </message>
    <message>
        <source>This bundle was written by a newer program. Update the program first.</source>
        <translation>此交接包由更新版本的程序写入。请先更新程序。</translation>
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
        <source>Your role does not allow this ({action}). Ask the owner of this computer.</source>
        <translation>您的角色无权执行此操作（{action}）。请联系此电脑的管理者。</translation>
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
        <source>Something unexpected happened and was written to the local log. Nothing was lost; try again.</source>
        <translation>发生意外情况，已写入本机日志。没有数据丢失；请再试一次。</translation>
    </message>
    <message>
        <source>Pneumonia</source>
        <translation>肺炎</translation>
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
        <source>No score</source>
        <translation>无评分</translation>
    </message>
    <message>
        <source>Age needed</source>
        <translation>需要填写年龄</translation>
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
        <source>Signed</source>
        <translation>已签署</translation>
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
        <source>patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
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
        <source>This is a plain picture that does not say what it is; the gate judged it by its pixels alone.</source>
        <translation>这是未注明来源的普通图片；仅凭像素判断其是否适用。</translation>
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
        <source>The film seems to be inverted (bones dark). Send it with the right polarity. No score.</source>
        <translation>胶片似乎黑白反转（骨呈暗色）。请恢复正常灰度（骨呈亮色）后重新发送。无评分。</translation>
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
        <source>Screening support, not a diagnosis. Not a registered medical device. A clinician decides.</source>
        <translation>仅供筛查辅助，不作诊断；未注册医疗器械；由医师决定。</translation>
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
        <source>Clock (UTC): {utc}</source>
        <translation>时钟（UTC）：{utc}</translation>
    </message>
    <message>
        <source>Fonts for English and Chinese: {shipped}</source>
        <translation>中英文字体：{shipped}</translation>
    </message>
    <message>
        <source>This version keeps cases in memory only: nothing is saved, nothing is encrypted</source>
        <translation>本版本仅在内存中保存病例：不写盘，也不加密</translation>
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
</context>
</TS>
