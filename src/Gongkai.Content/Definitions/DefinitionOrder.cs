using System.Globalization;

namespace Gongkai.Content;

/// <summary>The order in which people meet the parts of a type and the fields of a part: by the setting <c>Position</c>, as in Orchard Core.</summary>
public static class DefinitionOrder
{
    /// <summary>The group of settings with a part's position.</summary>
    public const string PartGroup = "ContentTypePartSettings";

    /// <summary>The group of settings with a field's position.</summary>
    public const string FieldGroup = "ContentPartFieldSettings";

    private const string Position = "Position";

    /// <summary>As the positions say; what has none, or one that is no number, comes where it stands.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> all, Func<T, DefinitionSettings> settings, string group) =>
        all.Select((one, i) => (One: one, Place: PlaceOf(settings(one).Text(group, Position)) ?? i)).OrderBy(pair => pair.Place).Select(pair => pair.One);

    private static decimal? PlaceOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var place) ? place : null;
}
