using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary>The words as their document has them. A site that has none yet begins with those that come with the module.</summary>
public static class WordList
{
    /// <summary>The most words of a site.</summary>
    public const int Most = 20_000;

    /// <summary>The words of a document.</summary>
    public static IReadOnlyList<CheckWord> Read(JsonObject document) => (document.ContainsKey("Words") ? document : Starter.Read("words.json")).Objects("Words")
        .Select(word => new CheckWord(word.Text("Text") ?? "", word.Text("Proposal") ?? "", word.Flag("IsWrong"))).Where(word => word.Text.Length > 0).ToList();

    /// <summary>The document of some words.</summary>
    public static JsonObject Write(IEnumerable<CheckWord> words) => new()
    {
        ["Words"] = new JsonArray([.. words.Select(word => new JsonObject { ["Text"] = word.Text, ["Proposal"] = word.Proposal, ["IsWrong"] = word.IsWrong })]),
    };

    /// <summary>Words as people paste them: a line each, the word, a comma or tab, the proposal; a line may begin with <c>敏感</c> or <c>错误</c> as its first column.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="fault">What is wrong, with the line; null when nothing is.</param>
    public static IReadOnlyList<CheckWord> Parse(string text, out Wording? fault)
    {
        fault = null;
        var words = new List<CheckWord>();
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index().Where(line => line.Item.Trim().Length > 0))
        {
            var cells = line.Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ',', 3).Select(cell => cell.Trim().Trim('"')).ToList();
            var isSensitive = cells[0] == "敏感";
            if (isSensitive || cells[0] == "错误")
                cells.RemoveAt(0);
            if (cells.Count == 0 || cells[0].Length is 0 or > 50 || cells.Skip(1).Any(cell => cell.Length > 200))
            {
                fault = new("第 {0} 行不对：应是“类别,词,建议”，类别写“错误”或“敏感”，词最多 50 字，建议最多 200 字。没有保存。", (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
                return [];
            }

            words.Add(new(cells[0], cells.Count > 1 ? cells[1] : "", !isSensitive));
        }

        if (words.Count > Most)
            fault = new("最多 {0} 个词。没有保存。", Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return fault is null ? words : [];
    }

    /// <summary>Words as <see cref="Parse"/> reads them.</summary>
    public static string Format(IEnumerable<CheckWord> words) => string.Join('\n', words.Select(word => $"{(word.IsWrong ? "错误" : "敏感")},{word.Text},{word.Proposal}"));
}
