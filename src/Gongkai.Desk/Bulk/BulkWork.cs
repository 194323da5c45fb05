using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Content;

namespace Gongkai.Desk.Bulk;

/// <summary>What can be done to many items at once.</summary>
public enum BulkVerb
{
    /// <summary>Their newest versions are published.</summary>
    Publish,

    /// <summary>They are withdrawn as published by mistake; the value is what readers are told.</summary>
    Unpublish,

    /// <summary>They get another topic, which is the value.</summary>
    ChangeTopic,

    /// <summary>They are deleted.</summary>
    Delete,
}

/// <summary>What became of one item.</summary>
public enum BulkOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was so already.</summary>
    Unchanged,

    /// <summary>It was done in part: the message says what is left.</summary>
    Partly,

    /// <summary>The item has faults, or somebody else changed it.</summary>
    Refused,

    /// <summary>Whoever asked may not do that to this item.</summary>
    Forbidden,

    /// <summary>There is no such item.</summary>
    Missing,
}

/// <summary>What became of one item.</summary>
/// <param name="Id">The item.</param>
/// <param name="Title">Its title; empty when it is not theirs to know.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why, or what is left; null when there is nothing to say.</param>
public sealed record BulkResult(string Id, string Title, BulkOutcome Outcome, Wording? Message);

/// <summary>Work on many items: what is to be done, and what was.</summary>
/// <param name="Verb">What.</param>
/// <param name="Value">With what; null when nothing is needed.</param>
/// <param name="Ids">The items in their order.</param>
/// <param name="Results">Of the first ones, what became of them.</param>
/// <param name="IsStopped">Whether somebody stopped it.</param>
public sealed record BulkWork(BulkVerb Verb, string? Value, IReadOnlyList<string> Ids, IReadOnlyList<BulkResult> Results, bool IsStopped = false)
{
    /// <summary>So many items go into one piece of work.</summary>
    public const int MostItems = 1000;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The items that are still to come.</summary>
    [JsonIgnore]
    public IEnumerable<string> Left => Ids.Skip(Results.Count);

    /// <summary>How many came to something.</summary>
    public int CountOf(BulkOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>From what was stored.</summary>
    public static BulkWork FromJson(string json) => JsonSerializer.Deserialize<BulkWork>(json, Options)!;
}
