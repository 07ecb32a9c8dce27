"""Traditional Chinese signs as simplified ones, for the words that a note is read by.

One sign stands for one, so that every place stays. Only signs that occur in words of the lexicon,
of the headings and of what denies or doubts are here; the text of a note itself never changes.
"""

_PAIRS = """
無无 見见 發发 熱热 嘔呕 頭头 暈晕 瀉泻 氣气 難难 體体 溫温 壓压 脈脉 過过 藥药 認认 診诊 斷断 腎肾
臟脏 膽胆 腦脑 腫肿 結结 檢检 驗验 術术 後后 傷伤 關关 節节 癲癫 癇痫 鬱郁 憂忧 慮虑 驚惊 癱瘫 瘓痪
癢痒 紅红 黃黄 蒼苍 紺绀 觸触 彈弹 聽听 聞闻 囉啰 雜杂 濕湿 乾干 膿脓 濁浊 絲丝 帶带 週周 個个 兩两
歲岁 時时 間间 鐘钟 來来 從从 開开 現现 實实 異异 顯显 陰阴 陽阳 確确 證证 據据 懷怀 應应 該该 當当
處处 療疗 醫医 師师 護护 務务 門门 轉转 員员 國国 複复 復复 視视 覺觉 聾聋 啞哑 語语 謔谑 說说 話话
訴诉 請请 記记 錄录 詢询 問问 訊讯 總总 統统 點点 劑剂 膠胶 針针 靜静 動动 脅胁 脇胁 顱颅 頸颈 項项
頰颊 額额 顏颜 齒齿 齦龈 齶腭 嚨咙 腸肠 闌阑 臍脐 瀦潴 瀝沥 閉闭 經经 產产 婦妇 嬰婴 兒儿 宮宫 墜坠
撲扑 壞坏 創创 燒烧 燙烫 凍冻 蟲虫 貓猫 雞鸡 魚鱼 蝦虾 麵面 麥麦 緊紧 張张 鬆松 勞劳 飲饮 納纳 飽饱
餓饿 減减 輕轻 輸输 尋寻 腳脚 膚肤 皺皱 瘡疮 癤疖 癰痈 癬癣 瘺瘘 瘍疡 潰溃 爛烂 樣样 顆颗 狀状 塊块
條条 線线 區区 邊边 側侧 雙双 單单 對对 稱称 擴扩 縮缩 縫缝 寬宽 彌弥 積积 導导 聯联 電电 圖图 掃扫
攝摄 細细 黴霉 漿浆 數数 計计 鈉钠 鉀钾 鈣钙 鎂镁 鐵铁 鋅锌 銅铜 鉛铅 類类 風风 變变 質质 強强 攣挛
癡痴 夢梦 遊游 遺遗 傳传 親亲 屬属 爺爷 媽妈 歷历 貧贫 養养 營营 維维 鹽盐 壯壮 餘余 剛刚 纔才 為为
與与 於于 則则 並并 僅仅 漸渐 劇剧 緩缓 嚴严 許许 願愿 殺杀 絕绝 毀毁 滅灭 農农 煙烟 環环 職职 業业
東东 會会 灣湾 學学 習习 繼继 續续 終终 態态 識识 譫谵 擾扰 亂乱 錯错 聲声 嘯啸 鳴鸣 閃闪 裡里 裏里
內内 遠远 層层 樓楼 廳厅 鄉乡 鎮镇 縣县 寧宁 綠绿 藍蓝 銀银 鱗鳞 髮发 鬚须 癥症 徵征 瘧疟 癘疠 痲麻
瘋疯 狹狭 厭厌 團团 圍围 滲渗 竇窦 纖纤 礙碍 損损 聰聪 將将 進进 運运 適适 選选 達达 還还 這这 們们
麼么 沒没 樂乐 買买 賣卖 濃浓 淚泪 澀涩 準准 滿满 漲涨 汙污 牀床 臥卧 趨趋 蹤踪 躍跃 軟软 輔辅 載载
較较 遲迟 鈍钝 鏡镜 陳陈 隱隐 際际 隨随 險险 靈灵 順顺 預预 頓顿 頻频 顫颤 飛飞 驟骤 髒脏 鹼碱 齡龄
龐庞 龜龟 誘诱 調调
"""
_SAME = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
_SIGNS = frozenset(map(chr, _SAME))


def simplified(text: str) -> str:
    """The text with simplified signs in the place of traditional ones."""
    if text.isascii() or _SIGNS.isdisjoint(text):
        return text
    return text.translate(_SAME)
