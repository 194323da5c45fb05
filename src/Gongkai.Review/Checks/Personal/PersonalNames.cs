using System.Text.RegularExpressions;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds people's names beside their numbers and addresses: behind a label, or alone between signs, as in a table.</summary>
public static partial class PersonalNames
{
    private const string Labels = "姓名|联系人|户主|申请人|当事人|被征收人|法定代表人|负责人|经办人|受益人|收款人|业主|父亲|母亲|配偶|监护人|死者|伤者|患者|学生";

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Surnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
        + "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";

    private static readonly string[] CompoundSurnames = ["欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯", "端木", "澹台", "宇文", "长孙"];

    // Words of tables that begin as surnames do.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "金额", "时间", "方式", "项目", "单位", "单价", "成功", "白色", "黄色", "高中", "文化", "任务", "江苏", "温州", "应当", "石材", "车辆", "路线", "房屋", "安全", "安排", "安徽", "管理", "曾用名", "成员", "万元", "于是", "包括", "常住", "华侨",
        "农户", "户主", "姓名", "性别", "时效", "文件", "文号", "关系", "关于", "向上", "高新区", "强制", "易地", "单身", "方案", "方法", "段落", "程序", "何时", "位置", "查询", "查处", "解除", "景区", "房产", "边界", "严重", "施工", "殷切", "江南", "江北", "安置", "成年",
        "马上", "阳性", "钱款", "金融", "田间", "余额", "许可", "许可证", "计划", "高级", "武汉", "成都", "常州", "徐州", "广州", "郑州", "杭州", "贺信", "游客", "卫生", "卫生院", "司法所", "司机", "强度", "项目部", "管委会", "金湖县", "路口", "车牌", "车牌号", "季度", "文体", "石油",
    };

    /// <summary>The names in the lines of a text that hold other personal data.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="others">The other personal data in it.</param>
    public static IEnumerable<PersonalPiece> Find(string text, IReadOnlyList<PersonalPiece> others)
    {
        foreach (var line in Lines.With(text, others))
        {
            var read = text[line.Start..line.End];
            var found = new List<Piece>();
            foreach (Match match in Labelled().Matches(read))
                found.Add(new(line.Start + match.Groups["name"].Index, match.Groups["name"].Length));
            foreach (Match match in Alone().Matches(read))
            {
                var piece = new Piece(line.Start + match.Index, match.Length);
                if (IsName(match.Value) && !found.Any(piece.Overlaps))
                    found.Add(piece);
            }

            foreach (var piece in found.Where(piece => !others.Any(other => other.Piece.Overlaps(piece))).OrderBy(piece => piece.Start))
            {
                var kept = CompoundSurnames.Any(surname => text.AsSpan(piece.Start).StartsWith(surname)) && piece.Length > 2 ? 2 : 1;
                yield return new(PersonalKind.Name, piece, [.. Enumerable.Range(piece.Start + kept, piece.Length - kept)]);
            }
        }
    }

    private static bool IsName(string word) =>
        word.Length is 2 or 3 && Surnames.Contains(word[0]) && !Words.Contains(word) ? !Labels.Split('|').Contains(word) : word.Length is 3 or 4 && CompoundSurnames.Any(surname => word.StartsWith(surname, StringComparison.Ordinal));

    [GeneratedRegex("(" + Labels + @")[ :]{0,3}(?<name>\p{IsCJKUnifiedIdeographs}{2,4})(\P{IsCJKUnifiedIdeographs}|$)", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", Options)]
    private static partial Regex Alone();
}
