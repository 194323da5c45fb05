using Gongkai.Content;

namespace Gongkai.Review.InStep;

/// <summary>The plan of a policy's interpretation, as the entry carries it (part <c>InterpretationPlan</c>).</summary>
/// <param name="Form">文字, 图解, …</param>
/// <param name="Channels">Where it is published.</param>
/// <param name="On">When.</param>
/// <param name="Drafter">Who drafts it: an account's name, or what people call it.</param>
/// <param name="OtherDrafterReason">Why that is not whoever drafted the policy.</param>
public sealed record InterpretationPlan(string Form, string Channels, DateOnly? On, string Drafter, string OtherDrafterReason)
{
    private const string Entry = "DisclosureEntry";

    /// <summary>The plan of an entry; empty when it has none.</summary>
    public static InterpretationPlan Of(ContentItem entry)
    {
        var part = entry.Part(InterpretationPlanPart.PartName) ?? [];
        return new(Text("Form"), Text("Channels"), part.DateField("PublishOn"), Text("Drafter"), Text("OtherDrafterReason"));

        string Text(string field) => part.TextField(field)?.Trim() ?? "";
    }

    /// <summary>Whether an item is marked as needing an interpretation in step with it: an entry marked so, of a type that carries plans.</summary>
    public static bool IsMarked(ContentItem item, DefinitionSnapshot definitions) =>
        item.ContentType == Entry && item.Part(Entry)?.BooleanField("NeedsInterpretation") == true
        && definitions.FindType(Entry)?.Parts.Any(part => part.Kind is InterpretationPlanPart) == true;

    /// <summary>Whether it needs one: what is marked and is not kept from the public.</summary>
    public static bool IsNeededBy(ContentItem item, DefinitionSnapshot definitions) => IsMarked(item, definitions) && !IsWithheld(item);

    /// <summary>Whether an entry says that it is not for everybody.</summary>
    public static bool IsWithheld(ContentItem entry) => entry.Part(Entry)?.TextField("DisclosureMode") is { Length: > 0 } mode && mode != Publicity.Proactive;
}
