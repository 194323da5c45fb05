using System.Globalization;
using System.Text;

namespace OrchardSite.Tests;

/// <summary>A recipe with many pages, each whole in itself: importing it gives the same everywhere and at any time.</summary>
internal static class PageRecipe
{
    /// <summary>Writes a recipe with pages <c>p0000</c>, <c>p0001</c> …, each at the address of its id.</summary>
    public static async Task WriteAsync(string file, int pages, string title = "第")
    {
        var text = new StringBuilder("""{"name":"pages","steps":[{"name":"Content","data":[""");
        for (var i = 0; i < pages; i++)
        {
            var id = IdOf(i);
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$$"""
                {"ContentItemId":"{{{id}}}","ContentItemVersionId":"{{{id}}}-{{{title.Length}}}{{{title}}}","ContentType":"Page","DisplayText":"{{{title}}}{{{i}}}页","Latest":true,"Published":true,
                "ModifiedUtc":"2026-01-02T03:04:05Z","PublishedUtc":"2026-01-02T03:04:05Z","CreatedUtc":"2026-01-02T03:04:05Z","Owner":"","Author":"",
                "TitlePart":{"Title":"{{{title}}}{{{i}}}页"},"AutoroutePart":{"Path":"{{{id}}}"},"MarkdownBodyPart":{"Markdown":"正文{{{i}}}\n\n{{{Body(i)}}}"}}
                """);
        }

        await File.WriteAllTextAsync(file, text.Append("]}]}").ToString());
    }

    public static string IdOf(int page) => string.Create(CultureInfo.InvariantCulture, $"p{page:0000}");

    private static string Body(int page) => string.Concat(Enumerable.Range(0, 6).Select(i => string.Create(CultureInfo.InvariantCulture, $"- 第{page}页的第{i}条：**公开**的信息应当准确、及时。\\n")));
}
