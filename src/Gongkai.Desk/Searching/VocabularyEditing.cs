using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Checking;

namespace Gongkai.Desk.Searching;

/// <summary>Changes the search vocabulary line by line. A change acts on the next query: it returns when the search knows it.</summary>
internal sealed class VocabularyEditing(ISettings settings, StoredDocument stored, ChangeFollowing following, IAuditTrail audit)
{
    /// <summary>What a form keeps to say which state it was made of.</summary>
    public string Version => stored.VersionOf(SettingsNames.Site);

    /// <summary>A list as it is stored.</summary>
    public string TextOf(VocabularyList list) => settings.Get(SettingsNames.Site).Child(VocabularyText.SettingsName)?.Child(VocabularyText.SettingsName)?.TextField(list.Field) ?? "";

    /// <summary>A list's lines, headings among them.</summary>
    public IReadOnlyList<VocabularyLine> LinesOf(VocabularyList list) => [.. VocabularyText.Read(TextOf(list))];

    /// <summary>Adds a line, or puts it in the place of another, or takes that away.</summary>
    /// <param name="list">The list.</param>
    /// <param name="seen">The version of the form.</param>
    /// <param name="number">The line that there was; null to add one.</param>
    /// <param name="line">What it becomes; null to take it away.</param>
    /// <param name="cancellationToken">Cancels before it is stored.</param>
    /// <returns>False when somebody else changed the settings meanwhile: nothing is done.</returns>
    public async Task<bool> ChangeAsync(VocabularyList list, string? seen, int? number, string? line, CancellationToken cancellationToken)
    {
        var text = TextOf(list);
        var before = number is { } place ? VocabularyText.Read(text).FirstOrDefault(one => one.Number == place && !one.IsHeading) : null;
        if (number is not null && before is null)
            return false;
        var after = before is null ? VocabularyText.Add(text, line!) : VocabularyText.Replace(text, before.Number, line);
        if (!await stored.ChangeAsync(SettingsNames.Site, seen, document => Part(document)[list.Field] = new JsonObject { ["Text"] = after }, cancellationToken))
            return false;
        var details = new JsonObject { ["list"] = list.Name };
        if (before is not null)
            details["removed"] = before.Text;
        if (line is not null)
            details["added"] = line;
        await audit.AppendAsync([new(AuditActions.SearchVocabularyChanged) { Title = line ?? before!.Text, Details = details }], CancellationToken.None);
        await following.CatchUpAsync(CancellationToken.None);
        return true;
    }

    /// <summary>The part of the settings that has the lists, made where a site has none yet.</summary>
    private static JsonObject Part(JsonObject site)
    {
        const string Name = VocabularyText.SettingsName;
        if (site[Name] is not JsonObject item)
            site[Name] = item = new JsonObject { ["ContentType"] = Name };
        if (item[Name] is not JsonObject part)
            item[Name] = part = [];
        return part;
    }
}
