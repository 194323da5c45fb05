namespace EndToEnd;

/// <summary>What Word and WPS put on the clipboard, in a real browser: the script does what the server does.</summary>
[Collection(DeskCollection.Name)]
public sealed class PastingTests(SiteInBrowser site)
{
    private const string Office =
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><!--StartFragment--><h1 style='mso-bidi-font-weight:normal'><b>总体要求</b></h1>" +
        "<p class=MsoNormal>见<a href=\"https://example.gov.cn/a\">网站</a>，<b>必须</b>办理。</p>" +
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>申请表<o:p></o:p></p>" +
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>身份证<o:p></o:p></p><script>window.wasRun = true</script><!--EndFragment--></body></html>";

    [Fact]
    public async Task What_is_pasted_into_Markdown_becomes_Markdown_and_into_HTML_plain_HTML()
    {
        await using var window = await site.OpenAsync();
        await window.GoToAsync("/admin/sign-in");

        var markup = await window.Page.EvaluateAsync<string[]>(
            "async (office) => { const { clean, toMarkdown } = await import('/admin/files/scripts/paste.js'); const html = clean(office); return [html, toMarkdown(html), String(window.wasRun)]; }", Office);

        Assert.Equal("<h2>总体要求</h2>\n<p>见<a href=\"https://example.gov.cn/a\">网站</a>，<strong>必须</strong>办理。</p>\n<ol><li>申请表</li>\n<li>身份证</li></ol>\n", markup[0]);
        Assert.Equal("## 总体要求\n\n见[网站](<https://example.gov.cn/a>)，**必须**办理。\n\n1. 申请表\n2. 身份证\n", markup[1]);
        Assert.Equal("undefined", markup[2]);
    }
}
