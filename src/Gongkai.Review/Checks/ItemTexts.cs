using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks;

/// <summary>Gathers the texts of an item by its definition, those of items inside it too, each with its place.</summary>
public static class ItemTexts
{
    private const int MostDeep = 8;

    /// <summary>The texts that are not empty.</summary>
    public static IReadOnlyList<CheckedText> Of(ContentItem item, DefinitionSnapshot definitions)
    {
        var texts = new List<CheckedText>();
        Gather(item, "", label => label, definitions, texts, 0);
        return texts;
    }

    private static void Gather(ContentItem item, string path, Func<Wording, Wording> labelled, DefinitionSnapshot definitions, List<CheckedText> texts, int depth)
    {
        if (depth > MostDeep || definitions.FindType(item.ContentType) is not { } type)
            return;
        foreach (var part in type.Parts)
        {
            if (item.Part(part.Name) is not { } json)
                continue;
            var at = path + part.Name;
            switch (part.Kind)
            {
                case TitlePart:
                    Add(json, "Title", at, labelled(new("标题")), TextForm.Plain);
                    break;
                case MarkdownBodyPart:
                    Add(json, "Markdown", at, labelled(new("正文")), TextForm.Markdown);
                    break;
                case HtmlBodyPart:
                    Add(json, "Html", at, labelled(new("正文")), TextForm.Html);
                    break;
                case BagPart:
                    foreach (var (index, inner) in json.Objects("ContentItems").Index())
                        Gather(new(inner), string.Create(CultureInfo.InvariantCulture, $"{at}.ContentItems[{index}]."), label => labelled(new("第{0}条 {1}", index + 1, label)), definitions, texts, depth + 1);
                    break;
            }

            foreach (var field in part.Fields)
            {
                if (json.Child(field.Name) is { } value)
                    Field(field, value, $"{at}.{field.Name}", labelled(Wording.AsWritten(field.DisplayName)));
            }
        }

        void Field(PartField field, JsonObject value, string at, Wording name)
        {
            switch (field.Kind)
            {
                case TextField or PassageField:
                    Add(value, "Text", at, name, TextForm.Plain);
                    break;
                case MarkdownField:
                    Add(value, "Markdown", at, name, TextForm.Markdown);
                    break;
                case HtmlField:
                    Add(value, "Html", at, name, TextForm.Html);
                    break;
                case LinkField:
                    Add(value, "Url", at, name, TextForm.Plain);
                    Add(value, "Text", at, name, TextForm.Plain);
                    break;
                case MultiTextField:
                    AddAll(value, "Values", at, name);
                    break;
                case MediaField:
                    AddAll(value, "MediaTexts", at, name);
                    // What a file is called is public, too.
                    AddAll(value, "Paths", at, name);
                    break;
            }
        }

        void Add(JsonObject json, string property, string at, Wording name, TextForm form)
        {
            if (json.Text(property) is { Length: > 0 } text)
                texts.Add(new($"{at}.{property}", name, text, form));
        }

        void AddAll(JsonObject json, string property, string at, Wording name)
        {
            foreach (var (index, text) in json.Texts(property).Index().Where(one => one.Item.Length > 0))
                texts.Add(new(string.Create(CultureInfo.InvariantCulture, $"{at}.{property}[{index}]"), name, text));
        }
    }
}
