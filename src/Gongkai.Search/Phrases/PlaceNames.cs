namespace Gongkai.Search.Phrases;

/// <summary>Places whose names are read otherwise than their characters mostly are: offices stand in lists by them.</summary>
internal static class PlaceNames
{
    /// <summary>The names with their readings, without the 省, 市, 县 or 区 that may follow.</summary>
    public static readonly (string Word, string Reading)[] Readings =
    [
        ("长治", "chang zhi"), ("长宁", "chang ning"), ("长兴", "chang xing"), ("长乐", "chang le"), ("长葛", "chang ge"), ("长垣", "chang yuan"), ("长白", "chang bai"), ("长岛", "chang dao"), ("长清", "chang qing"),
        ("长安", "chang an"), ("长寿", "chang shou"), ("长顺", "chang shun"), ("长阳", "chang yang"), ("长丰", "chang feng"), ("长泰", "chang tai"), ("长汀", "chang ting"), ("长海", "chang hai"), ("长岭", "chang ling"), ("长武", "chang wu"),
        ("长洲", "chang zhou"), ("天长", "tian chang"), ("长子县", "zhang zi xian"),
        ("朝阳", "chao yang"), ("朝天区", "chao tian qu"), ("单县", "shan xian"), ("乐亭", "lao ting"), ("乐陵", "lao ling"), ("乐清", "yue qing"), ("洪洞", "hong tong"), ("铅山", "yan shan"), ("六合区", "lu he qu"),
        ("尉犁", "yu li"), ("蔚县", "yu xian"), ("枞阳", "zong yang"), ("歙县", "she xian"), ("泌阳", "bi yang"), ("会稽", "kuai ji"), ("什邡", "shi fang"), ("犍为", "qian wei"), ("繁峙", "fan shi"), ("荥阳", "xing yang"), ("荥经", "ying jing"),
        ("渑池", "mian chi"), ("句容", "ju rong"), ("莘县", "shen xian"), ("牟平", "mu ping"), ("中牟", "zhong mu"), ("涡阳", "guo yang"), ("宕昌", "tan chang"), ("黄陂", "huang pi"), ("东莞", "dong guan"), ("漯河", "luo he"),
        ("临朐", "lin qu"), ("伽师", "jia shi"), ("大埔", "da bu"), ("黄埔", "huang pu"), ("东阿", "dong e"), ("监利", "jian li"), ("柏乡", "bai xiang"), ("甪直", "lu zhi"), ("浒墅关", "xu shu guan"), ("盱眙", "xu yi"), ("浚县", "xun xian"),
        ("曲阜", "qu fu"), ("郫都", "pi du"), ("亳州", "bo zhou"), ("深圳", "shen zhen"), ("台州", "tai zhou"), ("珲春", "hun chun"), ("扎兰屯", "zha lan tun"), ("枝江", "zhi jiang"), ("兖州", "yan zhou"), ("邛崃", "qiong lai"),
    ];
}
