using System.Text;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>Puts who, when and from where to what is to be written into the audit trail, and makes its texts such as every database keeps.</summary>
internal sealed class AuditScribe(ICurrentUser current, IAuditOrigin origin, TimeProvider time)
{
    private const int MaxName = 100;
    private const int MaxId = 200;
    private const int MaxTitle = 300;
    private const int MaxDetails = 32 * 1024;

    /// <summary>The row of an entry, with number and hash still to be given inside the transaction.</summary>
    public AuditRow Write(AuditEntry entry)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var actor = entry.Actor ?? new(current.User.Name, current.User.DisplayName);
        return new()
        {
            TimeUtc = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)),
            User = Clean(actor.Name, MaxName),
            DisplayName = Clean(actor.DisplayName, MaxName),
            Address = Clean(origin.Address, MaxName),
            Action = entry.Action,
            ContentItemId = Clean(entry.ContentItemId, MaxId),
            VersionId = Clean(entry.VersionId, MaxId),
            ContentType = Clean(entry.ContentType, MaxId),
            Title = Clean(entry.Title, MaxTitle),
            Result = entry.Result,
            Details = DetailsOf(entry),
            Hash = "",
        };
    }

    private static string DetailsOf(AuditEntry entry)
    {
        if (entry.Details is not { Count: > 0 } details)
            return "";
        var json = Clean(ItemJson.Write(details), int.MaxValue);
        // Half a JSON object says less than none.
        return json.Length <= MaxDetails ? json : """{"omitted":true}""";
    }

    /// <summary>The text without what a database cannot keep: such a text may be the very reason of a refusal.</summary>
    private static string Clean(string text, int length)
    {
        if (text.Length > length)
            text = text[..length] + "…";
        if (StorableText.IsStorable(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }
}

/// <summary>Nobody's request.</summary>
internal sealed class NoOrigin : IAuditOrigin
{
    public string Address => "";
}
