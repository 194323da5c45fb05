using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Gongkai",
    Author = "Gongkai",
    Version = "0.1.0",
    Description = "政府信息公开：目录、政策解读、政策简明问答和中文检索。",
    Category = "政府信息公开")]

[assembly: Feature(
    Id = "Gongkai.OrchardCore",
    Name = "政府信息公开：公共部分",
    Description = "政府信息公开各模块的公共部分：搜索索引、变更记录、编辑规则。",
    Category = "政府信息公开",
    EnabledByDependencyOnly = true,
    Dependencies =
    [
        "OrchardCore.Alias", "OrchardCore.Autoroute", "OrchardCore.ContentFields", "OrchardCore.Contents", "OrchardCore.ContentTypes",
        "OrchardCore.Flows", "OrchardCore.Html", "OrchardCore.Indexing", "OrchardCore.Liquid", "OrchardCore.Markdown", "OrchardCore.Media",
        "OrchardCore.Recipes.Core", "OrchardCore.Taxonomies", "OrchardCore.Title",
    ])]

[assembly: Feature(
    Id = "Gongkai.Catalogue",
    Name = "政府信息公开目录",
    Description = "目录条目、索引号，按主题、体裁、机构浏览的公开目录。",
    Category = "政府信息公开",
    Dependencies = ["Gongkai.OrchardCore"])]

[assembly: Feature(
    Id = "Gongkai.Interpretations",
    Name = "政策解读",
    Description = "政策解读及其与政策文件的双向关联。",
    Category = "政府信息公开",
    Dependencies = ["Gongkai.OrchardCore"])]

[assembly: Feature(
    Id = "Gongkai.PolicyQuestions",
    Name = "政策简明问答",
    Description = "按年编期号的政策简明问答。",
    Category = "政府信息公开",
    Dependencies = ["Gongkai.OrchardCore"])]

[assembly: Feature(
    Id = "Gongkai.SearchPages",
    Name = "政府信息公开检索",
    Description = "中文全文检索页面和公开数据接口。",
    Category = "政府信息公开",
    Dependencies = ["Gongkai.OrchardCore"])]
