using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Documents;

/// <summary>Cleans HTML that somebody pasted from a word processor where the script that does so did not run.</summary>
/// <param name="definitions">Say where an item has HTML.</param>
/// <param name="pasted">Cleans it.</param>
internal sealed class PastedTextHandler(IContentDefinitions definitions, IPastedHtml pasted) : IContentHandler
{
    private const string Property = "Html";

    public ValueTask SavingAsync(ContentChange change, CancellationToken cancellationToken)
    {
        if (change.IsImport || definitions.Current.FindType(change.Item.ContentType) is not { } type)
            return ValueTask.CompletedTask;
        foreach (var part in type.Parts)
        {
            if (part.Kind is HtmlBodyPart)
                Clean(change.Item.Part(part.Name), change.Before.Latest?.Part(part.Name));
            foreach (var field in part.Fields.Where(field => field.Kind is HtmlField))
                Clean(change.Item.Part(part.Name)?.Child(field.Name), change.Before.Latest?.Part(part.Name)?.Child(field.Name));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What was there before is not what somebody pasted now.</summary>
    private void Clean(JsonObject? value, JsonObject? before)
    {
        if (value?.Text(Property) is { } html && html != before?.Text(Property) && pasted.IsFromOffice(html))
            value[Property] = pasted.Clean(html);
    }
}
