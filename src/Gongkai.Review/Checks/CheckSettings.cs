using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Checks.Personal;

namespace Gongkai.Review.Checks;

/// <summary>A field that is asked for.</summary>
/// <param name="Path">The field, as <c>DisclosureEntry.Abstract</c>.</param>
/// <param name="Label">What people call it.</param>
public sealed record RequiredField(string Path, string Label);

/// <summary>The settings of the checks, over their document.</summary>
/// <remarks>
/// <c>{"Severities": {"IdentityNumber": "Blocking"}, "Types": {"Page": {"MobileNumber": "Off"}}, "AllowedNumbers": ["12345"],
/// "Required": {"DisclosureEntry": [{"Path": "DisclosureEntry.Abstract", "Label": "内容概述"}]}, "ImportsAreHeldBack": false}</c>.
/// </remarks>
public sealed class CheckSettings
{
    /// <summary>The document's name in <see cref="ISettings"/>.</summary>
    public const string Document = "Checks";

    private readonly Dictionary<string, CheckSeverity> _severities;
    private readonly Dictionary<string, Dictionary<string, CheckSeverity>> _types;
    private readonly ILookup<string, RequiredField> _required;

    /// <summary>Reads the document; what has another shape is as if it were not there.</summary>
    public CheckSettings(JsonObject document)
    {
        _severities = SeveritiesOf(document.Child("Severities"));
        _types = (document.Child("Types") ?? []).Where(type => type.Value is JsonObject).ToDictionary(type => type.Key, type => SeveritiesOf(type.Value as JsonObject), StringComparer.Ordinal);
        AllowedNumberTexts = document.Texts("AllowedNumbers");
        AllowedNumbers = new(AllowedNumberTexts);
        ImportsAreHeldBack = document.Flag("ImportsAreHeldBack");
        _required = (document.Child("Required") ?? [])
            .SelectMany(type => document.Child("Required")!.Objects(type.Key).Select(field => (Type: type.Key, Field: new RequiredField(field.Text("Path") ?? "", field.Text("Label") ?? field.Text("Path") ?? ""))))
            .Where(required => required.Field.Path.Length > 0).ToLookup(required => required.Type, required => required.Field, StringComparer.Ordinal);
    }

    /// <summary>What holds where nothing is set.</summary>
    public static CheckSettings Default { get; } = new([]);

    /// <summary>The numbers that the office makes public itself.</summary>
    public AllowedNumbers AllowedNumbers { get; }

    /// <summary>The same as people wrote them.</summary>
    public IReadOnlyList<string> AllowedNumberTexts { get; }

    /// <summary>Whether recipes, too, cannot bring what is blocked; else they bring it and the log says so.</summary>
    public bool ImportsAreHeldBack { get; }

    /// <summary>The severity of a check for items of a type.</summary>
    public CheckSeverity SeverityOf(string check, string contentType) => FindForType(check, contentType) ?? SeverityOf(check);

    /// <summary>The severity of a check for items of types of which nothing else is said.</summary>
    public CheckSeverity SeverityOf(string check) => _severities.TryGetValue(check, out var severity) ? severity : CheckNames.DefaultOf(check);

    /// <summary>What is said of a check for one type; null when nothing is.</summary>
    public CheckSeverity? FindForType(string check, string contentType) => _types.TryGetValue(contentType, out var ofType) && ofType.TryGetValue(check, out var severity) ? severity : null;

    /// <summary>The fields that items of a type must have besides those of the definition.</summary>
    public IEnumerable<RequiredField> RequiredOf(string contentType) => _required[contentType];

    private static Dictionary<string, CheckSeverity> SeveritiesOf(JsonObject? json) => (json ?? [])
        .Where(property => CheckNames.IsKnown(property.Key) && Enum.TryParse<CheckSeverity>(json!.Text(property.Key), out _))
        .ToDictionary(property => property.Key, property => Enum.Parse<CheckSeverity>(json!.Text(property.Key)!), StringComparer.Ordinal);
}
