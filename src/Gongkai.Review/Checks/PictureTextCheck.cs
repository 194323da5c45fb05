using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Pictures without a text for those who do not see them (WCAG 2.2, 1.1.1).</summary>
internal sealed class PictureTextCheck : ICheck
{
    private static readonly Wording Write = new("用一句话写明图上有什么。");

    public string Name => CheckNames.PictureText;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) =>
        (from text in item.Texts
         from picture in TextLinks.In(text)
         where picture.IsPicture && string.IsNullOrWhiteSpace(picture.Text)
         select Of(text.PlaceInSource(picture.Piece), picture.Address))
        .Concat(item.PicturesWithoutText.Select(place => Of(place, place.File)));

    private Finding Of(FindingPlace place, string picture) =>
        new(Name, CheckSeverity.Warning, place with { File = "" }, new("图片“{0}”没有替代文字", NameOf(picture))) { Excerpt = NameOf(picture), Proposal = Write };

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
