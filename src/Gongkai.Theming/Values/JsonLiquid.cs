using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using Gongkai.Content;

namespace Gongkai.Theming.Values;

/// <summary>JSON as templates see it.</summary>
internal static class JsonLiquid
{
    public static FluidValue Of(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObjectValue(json),
        JsonArray array => array.Count == 0 ? ArrayValue.Empty : new ArrayValue([.. array.Select(Of)]),
        JsonValue value => Of(value),
        _ => NilValue.Instance,
    };

    private static FluidValue Of(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Number when decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => NumberValue.Create(number),
        // A time set by code is not text yet; what was read from storage is.
        JsonValueKind.String => new StringValue(value.TryGetValue<string>(out var text) ? text : value.ToString()),
        _ => NilValue.Instance,
    };
}

/// <summary>A JSON object as templates see it; an item inside an item keeps its owner, its author and the editors' plan to itself, too.</summary>
internal sealed class JsonObjectValue(JsonObject json) : ObjectValueBase(json)
{
    private static readonly string[] PrivateNames = ["Owner", "Author", InterpretationPlanPart.PartName];

    public JsonObject Json => json;

    public static bool IsPrivate(JsonObject json, string name) => PrivateNames.Contains(name) && json.ContainsKey("ContentItemId");

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) =>
        new(json.TryGetPropertyValue(name, out var value) && !IsPrivate(json, name) ? JsonLiquid.Of(value) : NilValue.Instance);

    public override string ToStringValue() => "";

    public override bool Equals(FluidValue other) => other is JsonObjectValue value && ReferenceEquals(value.Json, json);
}
