using Gongkai.Theming.Templates;

namespace Gongkai.Theming.Tests.Templates;

public sealed class TemplateNamesTests
{
    [Theory]
    [InlineData("Content", "Content")]
    [InlineData("Content__Notice", "Content-Notice")]
    [InlineData("Content_Summary", "Content.Summary")]
    [InlineData("Content_Summary__Notice", "Content-Notice.Summary")]
    [InlineData("Content__Notice__a", "Content-Notice-a")]
    [InlineData("GongkaiPager", "GongkaiPager")]
    [InlineData("Content-Notice.Summary", "Content-Notice.Summary")]
    public void A_stored_template_stands_for_the_file_of_its_shape(string name, string file) => Assert.Equal(file, TemplateNames.FileNameOf(name));
}
