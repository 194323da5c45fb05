using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Catalogue.Standards;

/// <summary>One row of a standard catalogue; what is wrong with it is told by column.</summary>
/// <param name="row">The row.</param>
/// <param name="columns">Where its columns are.</param>
/// <param name="field">The field that the table's title names.</param>
/// <param name="report">Takes the column's name and what is wrong.</param>
internal sealed class StandardRow(TableRow row, StandardColumns columns, string? field, Action<string, string> report)
{
    private const int LongestText = 4_000;
    private const int LongestTitle = 200;
    private const string Chosen = "■☑√✓✔";
    private const string Unchosen = "□☐";
    private static readonly string[] Yes = ["是", "√", "✓", "✔", "■", "☑", "v", "V", "1", "有"];
    private static readonly string[] Every = ["全社会", "社会公众", "社会"];

    /// <summary>公开渠道和载体 of the national form.</summary>
    public static readonly IReadOnlyList<string> Channels =
        ["政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点", "政务服务中心", "便民服务站", "入户/现场", "社区/企事业单位/村公示栏", "精准推送", "其他"];

    /// <summary>The item's part.</summary>
    public JsonObject Read() => new()
    {
        ["Field"] = Line(Required("领域", LongestTitle, field)),
        ["Number"] = new JsonObject { ["Value"] = Number() },
        ["FirstLevel"] = Line(Required("一级事项", LongestTitle)),
        ["SecondLevel"] = Line(SecondLevel()),
        ["Content"] = Lines(Required("公开内容", LongestText)),
        ["Basis"] = Lines(Required("公开依据", LongestText)),
        ["TimeLimit"] = Line(Required("公开时限", LongestText)),
        ["Subject"] = Line(Required("公开主体", LongestText)),
        ["Channels"] = new JsonObject { ["Values"] = new JsonArray([.. ReadChannels().Select(value => JsonValue.Create(value))]) },
        ["Audience"] = Line(Audience()),
        ["AudienceNote"] = Line(AudienceNote()),
        ["Mode"] = Line(Mode()),
        ["Levels"] = new JsonObject { ["Values"] = new JsonArray([.. Levels().Select(value => JsonValue.Create(value))]) },
    };

    private static JsonObject Lines(string? text) => new() { ["Text"] = string.IsNullOrEmpty(text) ? null : text };

    private static JsonObject Line(string? text) => Lines(text?.ReplaceLineEndings(" "));

    private string? Required(string name, int longest, string? otherwise = null)
    {
        var text = columns.Of(row, name) is { Length: > 0 } given ? given : otherwise;
        if (string.IsNullOrEmpty(text))
            report(name, $"“{name}”没有填写，请补上。");
        else if (text.Length > longest)
            report(name, $"“{name}”有 {text.Length} 个字符，最多 {longest} 个，请写短一些。");
        return text;
    }

    private decimal? Number()
    {
        var text = columns.Of(row, "序号");
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 100_000)
            return number;
        report("序号", $"“{ShortText.Of(text)}”不是序号，应为数字，如 12。");
        return null;
    }

    private string? SecondLevel()
    {
        var text = columns.Of(row, "二级事项");
        if (text.Length > LongestTitle)
            report("二级事项", $"“二级事项”有 {text.Length} 个字符，最多 {LongestTitle} 个，请写短一些。");
        // A cell merged over both columns says the first level twice.
        return text == columns.Of(row, "一级事项") ? null : text;
    }

    /// <summary>Those that are ticked where boxes are printed, else those that are named.</summary>
    private List<string> ReadChannels()
    {
        var text = columns.Of(row, "公开渠道和载体");
        var found = new List<string>();
        var hasBoxes = text.AsSpan().IndexOfAny(Chosen + Unchosen) >= 0;
        foreach (var (name, isTicked) in hasBoxes ? Boxes(text) : text.Split(['、', '，', ',', '；', ';', '\n', '\r', ' ', '　'], StringSplitOptions.RemoveEmptyEntries).Select(name => (name.Trim(), true)))
        {
            if (!isTicked || name.Length == 0)
                continue;
            if (Channels.FirstOrDefault(channel => Same(channel, name)) is { } channel)
                found.Add(channel);
            else if (name.StartsWith("其他", StringComparison.Ordinal))
                found.Add("其他");
            else
                report("公开渠道和载体", $"没有“{ShortText.Of(name)}”这个渠道，可用的：{string.Join('、', Channels)}。");
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, bool IsTicked)> Boxes(string text)
    {
        var start = text.AsSpan().IndexOfAny(Chosen + Unchosen);
        while (start >= 0 && start < text.Length)
        {
            var next = text.AsSpan(start + 1).IndexOfAny(Chosen + Unchosen);
            var end = next < 0 ? text.Length : start + 1 + next;
            yield return (text[(start + 1)..end].Trim().Trim('　', '_', '、', ';', '；', '。'), Chosen.Contains(text[start], StringComparison.Ordinal));
            start = end;
        }
    }

    private static bool Same(string channel, string name) => Plain(channel) == Plain(name);

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private string? Audience()
    {
        if (columns.Has("全社会") || columns.Has("特定群体"))
            return IsTicked("全社会") ? "全社会" : columns.Of(row, "特定群体").Length > 0 ? "特定群体" : null;
        return columns.Of(row, "公开对象") switch { "" => null, var text when Every.Contains(text) => "全社会", _ => "特定群体" };
    }

    /// <summary>Who the group is, where somebody wrote it instead of a tick.</summary>
    private string? AudienceNote()
    {
        var text = columns.Has("特定群体") ? columns.Of(row, "特定群体") : columns.Of(row, "公开对象");
        return text.Length == 0 || Yes.Contains(text) || Every.Contains(text) || text == "特定群体" ? null : ShortText.Of(text);
    }

    private string? Mode()
    {
        if (columns.Has("主动") || columns.Has("依申请"))
            return IsTicked("主动") ? "主动" : IsTicked("依申请") ? "依申请" : null;
        return columns.Of(row, "公开方式") switch
        {
            "" => null,
            "主动" or "主动公开" => "主动",
            "依申请" or "依申请公开" => "依申请",
            var other => Unknown("公开方式", other, "主动、依申请"),
        };
    }

    private IEnumerable<string> Levels()
    {
        if (columns.Has("县级") || columns.Has("乡级"))
            return ((string[])["县级", "乡级"]).Where(IsTicked);
        var text = columns.Of(row, "公开层级");
        string[] found = [.. ((string[])["县级", "乡级"]).Where(level => text.Contains(level[0], StringComparison.Ordinal))];
        if (text.Length > 0 && found.Length == 0)
            Unknown("公开层级", text, "县级、乡级（都有时写“县级、乡级”）");
        return found;
    }

    private bool IsTicked(string name)
    {
        var text = columns.Of(row, name);
        if (text.Length == 0 || text is "否" or "×" or "□" or "/" or "-" or "—")
            return false;
        if (!Yes.Contains(text) && name != "特定群体")
            report(name, $"“{ShortText.Of(text)}”看不出是或否：是请写“√”，否请留空。");
        return true;
    }

    private string? Unknown(string name, string text, string known)
    {
        report(name, $"“{ShortText.Of(text)}”不在可选范围内，应为：{known}。");
        return null;
    }
}
