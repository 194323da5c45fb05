using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>Attachments that no check could look into, and no person has.</summary>
internal sealed class UnreadFileCheck : ICheck
{
    private static readonly Wording Confirm = new("请打开文件，从头到尾看过，确认没有不该公开的内容，再点“我已看过，确认”。");

    public string Name => CheckNames.UnreadFile;

    public IEnumerable<Finding> Run(CheckedItem item, CheckRules rules) =>
        from file in item.Files
        where file.Reading != FileReading.Read && !file.IsConfirmed
        select new Finding(Name, CheckSeverity.Warning, new(file.FieldPath, file.Label) { File = file.Path }, MessageOf(file))
        {
            Excerpt = file.Path,
            Proposal = Confirm,
            ToConfirm = file,
        };

    private static Wording MessageOf(CheckedFile file) => new(file.Reading switch
    {
        FileReading.InPart => "附件“{0}”没有全部检查：太长，或有的页、对象没有文字",
        FileReading.NoText => "附件“{0}”没有检查：里面没有文字，可能是扫描件",
        FileReading.TooSlow => "附件“{0}”没有检查：读取超时",
        _ => "附件“{0}”没有检查：这类文件读不出文字，或文件太大、损坏、带密码",
    }, NameOf(file.Path));

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
