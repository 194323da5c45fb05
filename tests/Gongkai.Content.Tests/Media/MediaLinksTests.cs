namespace Gongkai.Content.Tests;

public sealed class MediaLinksTests
{
    [Theory]
    [InlineData("""<p><a href="/media/a.pdf">a</a><img src="/media/%E5%9B%BE/1.png" alt=""></p>""", "a.pdf|图/1.png")]
    [InlineData("""<a href="/media/a&amp;b.pdf?v=1#page=2">x</a>""", "a&b.pdf")]
    [InlineData("""<a href="https://example.org/media/a.pdf">x</a> /media/b.pdf""", "")]
    [InlineData("""<a href="/media/">x</a><a href="/media/cut""", "")]
    public void Links_and_pictures_of_derived_HTML_are_found_by_their_stored_paths(string html, string paths) => Assert.Equal(paths, string.Join('|', MediaLinks.In(html)));
}
