namespace Gongkai.Markup.Tests;

public sealed class TightSanitizerTests
{
    private readonly TightSanitizer _sanitizer = new();

    [Theory]
    [InlineData("<p onclick=\"alert(1)\">甲</p>", "<p>甲</p>")]
    [InlineData("<p ONMOUSEOVER=alert(1)>甲</p>", "<p>甲</p>")]
    [InlineData("<body onload=alert(1)><p>甲</p>", "<p>甲</p>")]
    [InlineData("<frameset onload=alert(1)><frame src=x></frameset>", "")]
    [InlineData("甲<script>alert(1)</script>乙", "甲乙")]
    [InlineData("甲<ScRiPt src=//evil.example/x.js></sCrIpT>乙", "甲乙")]
    [InlineData("甲<style>body{display:none}</style>乙", "甲乙")]
    [InlineData("甲<iframe src=https://evil.example></iframe>乙", "甲乙")]
    [InlineData("甲<object data=x><embed src=y></object>乙", "甲乙")]
    [InlineData("甲<svg onload=alert(1)><script>alert(1)</script><a href=javascript:x>x</a></svg>乙", "甲乙")]
    [InlineData("甲<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>乙", "甲乙")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "")]
    [InlineData("<template><img src=x onerror=alert(1)></template>甲", "甲")]
    [InlineData("<form action=https://evil.example><p>甲</p><input name=password><button>交</button></form>", "<p>甲</p>")]
    [InlineData("<meta http-equiv=refresh content=0;url=//evil.example><base href=//evil.example><link rel=stylesheet href=x>甲", "甲")]
    [InlineData("<!-- 甲 --><p>乙<!--[if IE]><script>x</script><![endif]--></p>", "<p>乙</p>")]
    [InlineData("<custom-element><font color=red>留下</font></custom-element>", "留下")]
    public void What_runs_submits_or_calls_elsewhere_is_gone_and_the_text_stays(string hostile, string clean) => Assert.Equal(clean, _sanitizer.Sanitize(hostile));

    [Theory]
    [InlineData("<div style=\"position:fixed;inset:0;z-index:9\">甲</div>", "<div>甲</div>")]
    [InlineData("<div class=\"overlay site-header\">甲</div>", "<div>甲</div>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">甲</p>", "<p>甲</p>")]
    [InlineData("<p class=\"indent danger\">甲</p>", "<p class=\"indent\">甲</p>")]
    [InlineData("<p align=center>甲</p>", "<p class=\"align-center\">甲</p>")]
    [InlineData("<p style=\"color:red; TEXT-ALIGN: right\">甲</p>", "<p class=\"align-right\">甲</p>")]
    public void Styles_are_gone_and_only_what_they_said_of_alignment_stays(string hostile, string clean) => Assert.Equal(clean, _sanitizer.Sanitize(hostile));

    [Theory]
    [InlineData("<a href=\"javascript:alert(1)\">甲</a>")]
    [InlineData("<a href=\" JaVaScRiPt:alert(1)\">甲</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">甲</a>")]
    [InlineData("<a href=\"java&#10;script&colon;alert(1)\">甲</a>")]
    [InlineData("<a href=\"&#x6A;avascript:alert(1)\">甲</a>")]
    [InlineData("<a href=\"&#1;javascript:alert(1)\">甲</a>")]
    [InlineData("<a href=\"javascript\u00ad:alert(1)\">甲</a>")]
    [InlineData("<a href=\"vbscript:x\">甲</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">甲</a>")]
    [InlineData("<a href=\"blob:https://a.example/1\">甲</a>")]
    [InlineData("<a href=\"file:///etc/passwd\">甲</a>")]
    [InlineData("<a href=\"//\">甲</a>")]
    public void A_link_to_anywhere_but_the_web_mail_or_phone_is_no_link(string hostile) => Assert.Equal("<a>甲</a>", _sanitizer.Sanitize(hostile));

    [Theory]
    [InlineData("//evil.example/x", "https://evil.example/x")]
    [InlineData("\\\\evil.example/x", "https://evil.example/x")]
    [InlineData("/\\evil.example/x", "https://evil.example/x")]
    [InlineData("/\t/evil.example/x", "https://evil.example/x")]
    [InlineData("http://a.example/", "http://a.example/")]
    [InlineData("HTTPS://a.example/", "HTTPS://a.example/")]
    public void A_link_that_leaves_the_site_says_so(string address, string shown) =>
        Assert.Equal($"<a href=\"{shown}\" rel=\"noopener\">甲</a>", _sanitizer.Sanitize($"<a href=\"{address}\" target=_blank rel=opener>甲</a>"));

    [Theory]
    [InlineData("/entries/1")]
    [InlineData("附件.pdf?v=1:2#a:b")]
    [InlineData("mailto:a@b.example")]
    [InlineData("tel:12345")]
    public void A_link_within_the_site_or_to_a_person_stays(string address) => Assert.Equal($"<a href=\"{address}\">甲</a>", _sanitizer.Sanitize($"<a href=\"{address}\">甲</a>"));

    [Theory]
    [InlineData("<img src=\"a.png\" alt=\"图\" srcset=\"//evil.example/x 2x\" onerror=\"alert(1)\">", "<img src=\"a.png\" alt=\"图\" loading=\"lazy\">")]
    [InlineData("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\" alt=\"图\">", "<img alt=\"图\" loading=\"lazy\">")]
    [InlineData("<img src=\"tel:1\">", "<img loading=\"lazy\">")]
    [InlineData("<picture><source srcset=x><img src=a.png loading=eager></picture>", "<img src=\"a.png\" loading=\"lazy\">")]
    public void A_picture_loads_late_and_from_the_web_only(string hostile, string clean) => Assert.Equal(clean, _sanitizer.Sanitize(hostile));

    [Fact]
    public void An_authors_id_cannot_shadow_a_name_of_the_page_and_its_links_still_arrive()
    {
        var html = _sanitizer.Sanitize("<h2 id=\"config\">甲</h2><p id=\"config\" name=\"config\">乙</p><a href=\"#config\" name=\"x\">丙</a>");

        Assert.Equal("<h2 id=\"h-config\">甲</h2><p>乙</p><a href=\"#h-config\">丙</a>", html);
    }

    [Fact]
    public void The_pages_title_is_its_only_first_level_heading() => Assert.Equal("<h2 id=\"h-甲\">甲</h2>", _sanitizer.Sanitize("<h1>甲</h1>"));

    [Fact]
    public void A_wide_table_scrolls_by_itself() => Assert.Equal(
        "<div class=\"table-scroll\" tabindex=\"0\"><table><tbody><tr><td colspan=\"2\">甲</td></tr></tbody></table></div>",
        _sanitizer.Sanitize("<table width=900 bgcolor=red><tr><td colspan=2 nowrap>甲</td></tr></table>"));
}
