using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Checks an item against its definition.</summary>
/// <param name="reserved">The addresses that content cannot take.</param>
public sealed class ContentValidator(ReservedRoutes reserved)
{
    /// <summary>The faults of an item; empty when there is none.</summary>
    /// <param name="item">The item; it is not changed.</param>
    /// <param name="definitions">What to check against.</param>
    /// <param name="terms">The terms that the item may carry.</param>
    /// <param name="forPublication">Whether required values are asked for.</param>
    public IReadOnlyList<ValidationError> Validate(ContentItem item, DefinitionSnapshot definitions, IKnownTerms terms, bool forPublication)
    {
        var scope = new ValidationScope(definitions, terms, reserved, forPublication);
        ValidateEnvelope(item, scope);
        ValidateItem(item, scope);
        return scope.Errors;
    }

    /// <summary>Checks the parts of an item, also of one inside another.</summary>
    internal static void ValidateItem(ContentItem item, ValidationScope scope)
    {
        if (scope.Definitions.FindType(item.ContentType) is not { } type)
        {
            scope.At("ContentType").Report(item.ContentType.Length == 0
                ? new("缺少内容类型（ContentType）。")
                : new("没有名为“{0}”的内容类型，请先导入它的定义（ContentDefinition）。", item.ContentType));
            return;
        }

        foreach (var part in type.Parts)
        {
            item.Json.TryGetPropertyValue(part.Name, out var node);
            if (node is not null and not JsonObject)
            {
                scope.At(part.Name).Report($"应为对象，得到的是{FieldKind.Describe(node)}。");
                continue;
            }

            ValidatePart(item, part, node as JsonObject, scope.At(part.Name));
        }
    }

    private static void ValidatePart(ContentItem item, TypePart part, JsonObject? json, ValidationScope scope)
    {
        part.Kind?.Validate(item, part.Definition, json, scope);
        foreach (var field in part.Fields)
        {
            JsonNode? value = null;
            json?.TryGetPropertyValue(field.Name, out value);
            if (value is not null and not JsonObject)
                scope.At(field.Name).Report($"应为对象，得到的是{FieldKind.Describe(value)}。");
            else
                field.Kind?.Validate(field.Definition, value as JsonObject, scope.At(field.Name));
        }
    }

    private static void ValidateEnvelope(ContentItem item, ValidationScope scope)
    {
        foreach (var name in (string[])["ContentItemId", "ContentItemVersionId"])
        {
            if (item.Json.TryGetPropertyValue(name, out var node) && node is not null && !IsId(node.AsText()))
                scope.At(name).Report(new("应为不含空白、斜杠和控制字符的文本，最长 128 个字符。"));
        }

        foreach (var name in (string[])["DisplayText", "Owner", "Author"])
        {
            if (item.Json.TryGetPropertyValue(name, out var node) && node is not null && node.AsText() is null)
                scope.At(name).Report($"应为文本，得到的是{FieldKind.Describe(node)}。");
        }

        foreach (var name in (string[])["Latest", "Published"])
        {
            if (item.Json.TryGetPropertyValue(name, out var node) && node is not null
                && node.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
                scope.At(name).Report($"应为 true 或 false，得到的是{FieldKind.Describe(node)}。");
        }

        foreach (var name in (string[])["CreatedUtc", "ModifiedUtc", "PublishedUtc"])
        {
            if (item.Json.TryGetPropertyValue(name, out var node) && node is not null && item.Json.Instant(name) is null)
                scope.At(name).Report(new("不是时间，应写作 2022-01-20T01:00:00Z。"));
        }
    }

    private static bool IsId(string? text) =>
        text is not null && text.Length <= 128 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '/' or '\\' or '?' or '#' or '%');
}
