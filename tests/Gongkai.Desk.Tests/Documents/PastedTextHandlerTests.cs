using Gongkai.Content;
using Gongkai.Desk.Documents;

namespace Gongkai.Desk.Tests.Documents;

/// <summary>HTML from a word processor is cleaned when it is saved, and only then.</summary>
public sealed class PastedTextHandlerTests
{
    private const string Office = "<p class=MsoNormal>字</p>";

    [Theory]
    [InlineData(Office, null, false, "clean")]
    [InlineData(Office, "<p>旧</p>", false, "clean")]
    [InlineData(Office, Office, false, Office)]
    [InlineData(Office, null, true, Office)]
    [InlineData("<p>字</p>", null, false, "<p>字</p>")]
    [InlineData(null, null, false, null)]
    public async Task A_text_is_cleaned_when_somebody_pasted_it(string? html, string? before, bool isImport, string? expected)
    {
        var item = Item(html);
        var change = new ContentChange(item, new ItemState(null, before is null ? null : Item(before)), null!, isImport);

        await new PastedTextHandler(new Definitions(), new Pasted()).SavingAsync(change, default);

        Assert.Equal(expected, item.Part("HtmlBodyPart")!.Text("Html"));
    }

    private static ContentItem Item(string? html)
    {
        var item = new ContentItem("Note", "n1");
        item.EnsurePart("HtmlBodyPart")["Html"] = html;
        return item;
    }

    private sealed class Definitions : IContentDefinitions
    {
        public DefinitionSnapshot Current { get; } = new(
            [new("Note", "便条", DefinitionSettings.None, [new("HtmlBodyPart", "HtmlBodyPart", DefinitionSettings.None)])],
            [new("HtmlBodyPart", DefinitionSettings.None, [])]);
    }

    private sealed class Pasted : IPastedHtml
    {
        public bool IsFromOffice(string html) => html == Office;

        public string Clean(string html) => "clean";
    }
}
