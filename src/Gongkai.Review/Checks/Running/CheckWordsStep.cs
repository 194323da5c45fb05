using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Review.Checks.Running;

/// <summary><c>{"name": "CheckWords", "Words": [{"Text": "登陆网站", "Proposal": "登录网站", "IsWrong": true}]}</c>: a word replaces the one of its text.</summary>
internal sealed class CheckWordsStep(ISettingsStore settings) : IRecipeStep
{
    private const int LongestWord = 50;

    public string Name => "CheckWords";

    public async Task CheckAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var element = await step.ReadAsync(cancellationToken);
        if ((element.Json as JsonObject)?["Words"] is not JsonArray words)
        {
            run.Error(element.Locate(), "缺少 Words：应是列表，如 [{\"Text\": \"登陆网站\", \"Proposal\": \"登录网站\", \"IsWrong\": true}]。");
            return;
        }

        foreach (var (index, word) in words.Index())
        {
            if (word is not JsonObject json || json.Text("Text") is not { Length: > 0 and <= LongestWord })
                run.Error(element.Locate($"Words[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]"), $"应是对象，Text 是 1 到 {LongestWord} 个字。");
        }

        var stored = WordList.Read(settings.Get(CheckRulesSource.WordsDocument));
        if (With(stored, (JsonObject)element.Json).Count > WordList.Most)
            run.Error(element.Locate("Words"), $"最多 {WordList.Most} 个词。");
        run.Note("用词表", WordList.Write(stored), WordList.Write(With(stored, (JsonObject)element.Json)));
    }

    public async Task ExecuteAsync(IRecipeStepInput step, IRecipeRun run, CancellationToken cancellationToken)
    {
        var stored = settings.Get(CheckRulesSource.WordsDocument);
        var words = WordList.Write(With(WordList.Read(stored), (JsonObject)(await step.ReadAsync(cancellationToken)).Json));
        if (!JsonNode.DeepEquals(stored, words))
            await settings.SaveAsync(CheckRulesSource.WordsDocument, words, cancellationToken);
    }

    private static List<CheckWord> With(IReadOnlyList<CheckWord> stored, JsonObject step)
    {
        var brought = WordList.Read(new JsonObject { ["Words"] = step["Words"]?.DeepClone() });
        var texts = brought.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return [.. stored.Where(word => !texts.Contains(word.Text)), .. brought];
    }
}
