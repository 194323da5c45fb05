using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>The first schema. Column types are left to the engine.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261123000000_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Aliases",
            columns: table => new
            {
                Alias = table.Column<string>(nullable: false),
                ContentItemId = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Aliases", x => x.Alias);
            });

        migrationBuilder.CreateTable(
            name: "Changes",
            columns: table => new
            {
                Sequence = table.Column<long>(nullable: false),
                Subject = table.Column<int>(nullable: false),
                SubjectId = table.Column<string>(nullable: false),
                ContentType = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Changes", x => x.Sequence);
            });

        migrationBuilder.CreateTable(
            name: "Counters",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                Value = table.Column<long>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Counters", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "Definitions",
            columns: table => new
            {
                Sort = table.Column<int>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Definitions", x => new { x.Sort, x.Name });
            });

        migrationBuilder.CreateTable(
            name: "Documents",
            columns: table => new
            {
                Name = table.Column<string>(nullable: false),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Documents", x => x.Name);
            });

        migrationBuilder.CreateTable(
            name: "Routes",
            columns: table => new
            {
                Path = table.Column<string>(nullable: false),
                ContentItemId = table.Column<string>(nullable: false),
                ContainedItemId = table.Column<string>(nullable: true)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Routes", x => x.Path);
            });

        migrationBuilder.CreateTable(
            name: "Versions",
            columns: table => new
            {
                Key = table.Column<long>(nullable: false),
                ContentItemId = table.Column<string>(nullable: false),
                VersionId = table.Column<string>(nullable: false),
                ContentType = table.Column<string>(nullable: false),
                Latest = table.Column<bool>(nullable: false),
                Published = table.Column<bool>(nullable: false),
                PublishedUtc = table.Column<DateTime>(nullable: true),
                ImportHash = table.Column<string>(nullable: true),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Versions", x => x.Key);
            });

        migrationBuilder.CreateTable(
            name: "Html",
            columns: table => new
            {
                VersionKey = table.Column<long>(nullable: false),
                MarkupVersion = table.Column<string>(nullable: false),
                Json = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Html", x => x.VersionKey);
                table.ForeignKey(
                    name: "FK_Html_Versions_VersionKey",
                    column: x => x.VersionKey,
                    principalTable: "Versions",
                    principalColumn: "Key",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "References",
            columns: table => new
            {
                VersionKey = table.Column<long>(nullable: false),
                TargetId = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_References", x => new { x.VersionKey, x.TargetId });
                table.ForeignKey(
                    name: "FK_References_Versions_VersionKey",
                    column: x => x.VersionKey,
                    principalTable: "Versions",
                    principalColumn: "Key",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Terms",
            columns: table => new
            {
                VersionKey = table.Column<long>(nullable: false),
                TaxonomyId = table.Column<string>(nullable: false),
                TermId = table.Column<string>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Terms", x => new { x.VersionKey, x.TaxonomyId, x.TermId });
                table.ForeignKey(
                    name: "FK_Terms_Versions_VersionKey",
                    column: x => x.VersionKey,
                    principalTable: "Versions",
                    principalColumn: "Key",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Aliases_ContentItemId",
            table: "Aliases",
            column: "ContentItemId");

        migrationBuilder.CreateIndex(
            name: "IX_Changes_Subject_Sequence",
            table: "Changes",
            columns: (string[])["Subject", "Sequence"]);

        migrationBuilder.CreateIndex(
            name: "IX_References_TargetId",
            table: "References",
            column: "TargetId");

        migrationBuilder.CreateIndex(
            name: "IX_Routes_ContentItemId",
            table: "Routes",
            column: "ContentItemId");

        migrationBuilder.CreateIndex(
            name: "IX_Terms_TaxonomyId_TermId",
            table: "Terms",
            columns: (string[])["TaxonomyId", "TermId"]);

        migrationBuilder.CreateIndex(
            name: "IX_Versions_ContentItemId_Published_Latest",
            table: "Versions",
            columns: (string[])["ContentItemId", "Published", "Latest"]);

        migrationBuilder.CreateIndex(
            name: "IX_Versions_ContentType_Latest_ContentItemId",
            table: "Versions",
            columns: (string[])["ContentType", "Latest", "ContentItemId"]);

        migrationBuilder.CreateIndex(
            name: "IX_Versions_ContentType_Published_ContentItemId",
            table: "Versions",
            columns: (string[])["ContentType", "Published", "ContentItemId"]);

        migrationBuilder.CreateIndex(
            name: "IX_Versions_VersionId",
            table: "Versions",
            column: "VersionId",
            unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(
            name: "Aliases");

        migrationBuilder.DropTable(
            name: "Changes");

        migrationBuilder.DropTable(
            name: "Counters");

        migrationBuilder.DropTable(
            name: "Definitions");

        migrationBuilder.DropTable(
            name: "Documents");

        migrationBuilder.DropTable(
            name: "Html");

        migrationBuilder.DropTable(
            name: "References");

        migrationBuilder.DropTable(
            name: "Routes");

        migrationBuilder.DropTable(
            name: "Terms");

        migrationBuilder.DropTable(
            name: "Versions");
    }
}
