using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>Why something is public without its other half. The reason is kept as a text; what the site wrote itself can still be translated.</summary>
internal static class OwedReasons
{
    private const string Place = "{0}";

    private static readonly string[] Keys = ["解读“{0}”不再写这份文件。", "解读“{0}”已经撤下。", "所解读的文件“{0}”已经撤下。"];

    /// <summary>An interpretation that stays public does not name the policy any more.</summary>
    public static string NamedNoMore(string title) => new Wording(Keys[0], title).ToString();

    /// <summary>An interpretation was withdrawn.</summary>
    public static string InterpretationWithdrawn(string title) => new Wording(Keys[1], title).ToString();

    /// <summary>A policy was withdrawn.</summary>
    public static string PolicyWithdrawn(string title) => new Wording(Keys[2], title).ToString();

    /// <summary>A reason as it was kept: one of the site's own, or what somebody wrote.</summary>
    public static Wording Read(string reason)
    {
        foreach (var key in Keys)
        {
            var (before, after) = (key[..key.IndexOf(Place, StringComparison.Ordinal)], key[(key.IndexOf(Place, StringComparison.Ordinal) + Place.Length)..]);
            if (reason.Length > before.Length + after.Length && reason.StartsWith(before, StringComparison.Ordinal) && reason.EndsWith(after, StringComparison.Ordinal))
                return new(key, reason[before.Length..^after.Length]);
        }

        return Wording.AsWritten(reason);
    }
}
